package org.dialogue.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dialogue.kit.rules.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in what speaks JSON in UTF-8, and queries that are well formed; their texts enter as those of bodies do. It stands
 * before everything that reads parameters, because the servlet container lets pass what it cannot decode.
 */
final class RequestDoor extends OncePerRequestFilter {

    private static final int MOST_PARAMETERS = 200;

    private final ProblemWriter problems;

    RequestDoor(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!speaksJson(request)) {
            problems.write(
                    response,
                    Problems.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "unsupported-media-type",
                            "Unsupported Media Type",
                            "a body must be JSON: Content-Type application/json, in UTF-8"));
            return;
        }
        if (!acceptsUtf8(request)) {
            problems.write(
                    response,
                    Problems.of(
                            HttpStatus.NOT_ACCEPTABLE,
                            "not-acceptable",
                            "Not Acceptable",
                            "Accept must list media types such as application/json, in UTF-8"));
            return;
        }
        List<Violation> violations = new ArrayList<>();
        Map<String, List<String>> parameters = parametersOf(request.getQueryString(), violations);
        if (!violations.isEmpty()) {
            problems.write(response, Problems.invalid(HttpStatus.BAD_REQUEST, violations));
            return;
        }
        chain.doFilter(new CleanRequest(request, parameters), response);
    }

    private static boolean speaksJson(HttpServletRequest request) {
        List<String> types = Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE));
        if (types.isEmpty()) {
            return request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
        }
        try {
            MediaType type = MediaType.parseMediaType(types.get(0));
            boolean json = type.getType().equals("application")
                    && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
            return types.size() == 1 && json && type.isConcrete() && isUtf8(type);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** What Spring cannot read it refuses without a word, and another charset fails only when the answer is written. */
    private static boolean acceptsUtf8(HttpServletRequest request) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
            return types.isEmpty() || types.stream().anyMatch(RequestDoor::isUtf8);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isUtf8(MediaType type) {
        return type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> parametersOf(@Nullable String query, List<Violation> violations) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        String[] pairs = query.split("&", -1);
        if (pairs.length > MOST_PARAMETERS) {
            violations.add(new Violation(
                    "",
                    "too-many-parameters",
                    "an address may have at most " + MOST_PARAMETERS + " parameters",
                    MOST_PARAMETERS));
            return parameters;
        }
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                enter(name, value, parameters, violations);
            }
        }
        return parameters;
    }

    private static void enter(
            String rawName, String rawValue, Map<String, List<String>> parameters, List<Violation> violations) {
        String name = decoded(rawName);
        String value = decoded(rawValue);
        if (name == null || value == null) {
            violations.add(new Violation(
                    Texts.shown(name == null ? rawName : name),
                    "malformed-encoding",
                    "must be UTF-8 in well-formed escapes, such as Ngh%E1%BB%87%20An"));
            return;
        }
        for (String text : List.of(name, value)) {
            Texts.breachOf(text)
                    .map(breach -> new Violation(
                            Texts.shown(name),
                            breach.rule(),
                            Wordings.english(breach.rule(), breach.culprit()),
                            breach.culprit()))
                    .ifPresent(violations::add);
        }
        parameters
                .computeIfAbsent(Texts.entered(name), any -> new ArrayList<>())
                .add(Texts.entered(value));
    }

    /** Null if it is not well formed. */
    private static @Nullable String decoded(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char character = raw.charAt(i);
            if (character == '%') {
                int octet = i + 2 < raw.length() ? octet(raw.charAt(i + 1), raw.charAt(i + 2)) : -1;
                if (octet < 0) {
                    return null;
                }
                bytes.write(octet);
                i += 2;
            } else if (character > 0x7F) {
                return null;
            } else {
                bytes.write(character == '+' ? ' ' : character);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }

    /** Negative if these are no two digits; digits of other scripts are none. */
    private static int octet(char high, char low) {
        return high > 'f' || low > 'f' ? -1 : Character.digit(high, 16) << 4 | Character.digit(low, 16);
    }

    /** A request whose parameters are those of its query, clean. */
    private static final class CleanRequest extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters = new LinkedHashMap<>();

        CleanRequest(HttpServletRequest request, Map<String, List<String>> parameters) {
            super(request);
            parameters.forEach((name, values) -> this.parameters.put(name, values.toArray(String[]::new)));
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values.clone();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }
    }
}
