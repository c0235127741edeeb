package org.dialogue.standalone.signin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs demo people in as a browser would: the sign-in page, its form, and the authorization code exchanged for a token
 * (PKCE). Tokens are kept until shortly before they expire. Safe for use by several threads.
 */
public final class DemoSignIn {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(1);
    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI issuer;
    private final String password;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /**
     * @param issuer the sign-in server's address, such as {@code http://localhost:8080}
     * @param password the demo people's password
     */
    public DemoSignIn(URI issuer, String password) {
        this(issuer, password, Clock.systemUTC());
    }

    DemoSignIn(URI issuer, String password, Clock clock) {
        this.issuer = issuer;
        this.password = password;
        this.clock = clock;
    }

    /**
     * An access token of that person, valid for a minute at least.
     *
     * @param username as in {@code demo-people.yml}
     * @throws SignInFailed if the server refuses, or does not answer as it should
     */
    public String token(String username) {
        return tokens.compute(username, (name, kept) -> {
                    boolean usable = kept != null
                            && clock.instant().isBefore(kept.expiry().minus(BEFORE_EXPIRY));
                    return usable ? kept : signIn(name);
                })
                .value();
    }

    private Token signIn(String username) {
        try {
            return new Visit(username).signIn();
        } catch (IOException e) {
            throw new SignInFailed(username, "the sign-in server at %s does not answer".formatted(issuer), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInFailed(username, "interrupted", e);
        }
    }

    private record Token(String value, Instant expiry) {}

    /** One person's way through the pages, with cookies of its own. */
    private final class Visit {

        private final String username;
        private final String verifier = randomText();
        private final String state = randomText();
        private final HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(TIMEOUT)
                .build();

        Visit(String username) {
            this.username = username;
        }

        Token signIn() throws IOException, InterruptedException {
            URI authorize = issuer.resolve("/oauth2/authorize?" + form(authorization()));
            URI loginPage = redirect(get(authorize), "the authorization endpoint");
            HttpResponse<String> page = get(loginPage);
            URI afterLogin = redirect(post(loginPage, credentials(page)), "the sign-in form");
            if (afterLogin.getPath().equals(loginPage.getPath())) {
                throw new SignInFailed(username, "name or password is wrong");
            }
            URI signedIn = redirect(get(afterLogin), "the authorization endpoint after sign-in");
            return exchange(code(signedIn));
        }

        private Map<String, String> authorization() {
            var parameters = new LinkedHashMap<String, String>();
            parameters.put("response_type", "code");
            parameters.put("client_id", SignInServer.CLIENT);
            parameters.put("redirect_uri", SignInServer.REDIRECT);
            parameters.put("scope", "openid");
            parameters.put("state", state);
            parameters.put("code_challenge", sha256(verifier));
            parameters.put("code_challenge_method", "S256");
            return parameters;
        }

        private Map<String, String> credentials(HttpResponse<String> page) {
            Matcher csrf = CSRF_FIELD.matcher(page.body());
            if (page.statusCode() != 200 || !csrf.find()) {
                throw new SignInFailed(username, "the sign-in page is not as expected, status " + page.statusCode());
            }
            return Map.of("username", username, "password", password, "_csrf", csrf.group(1));
        }

        private String code(URI signedIn) {
            Map<String, String> answer = query(signedIn);
            String code = answer.get("code");
            if (code == null || !state.equals(answer.get("state"))) {
                throw new SignInFailed(username, "no code for this request in " + signedIn);
            }
            return code;
        }

        private Token exchange(String code) throws IOException, InterruptedException {
            Instant asked = clock.instant();
            HttpResponse<String> response = post(
                    issuer.resolve("/oauth2/token"),
                    Map.of(
                            "grant_type",
                            "authorization_code",
                            "code",
                            code,
                            "redirect_uri",
                            SignInServer.REDIRECT,
                            "client_id",
                            SignInServer.CLIENT,
                            "code_verifier",
                            verifier));
            if (response.statusCode() != 200) {
                throw new SignInFailed(username, "the code was not accepted: " + response.body());
            }
            JsonNode token = JSON.readTree(response.body());
            return new Token(
                    token.required("access_token").asString(),
                    asked.plusSeconds(token.required("expires_in").asLong()));
        }

        private URI redirect(HttpResponse<String> response, String whose) {
            return response.headers()
                    .firstValue("Location")
                    .filter(location -> response.statusCode() == 302)
                    .map(location -> response.uri().resolve(location))
                    .orElseThrow(() -> new SignInFailed(
                            username, "%s answered with status %d".formatted(whose, response.statusCode())));
        }

        private HttpResponse<String> get(URI page) throws IOException, InterruptedException {
            return browser.send(request(page).GET().build(), HttpResponse.BodyHandlers.ofString());
        }

        private HttpResponse<String> post(URI target, Map<String, String> fields)
                throws IOException, InterruptedException {
            return browser.send(
                    request(target)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        private static HttpRequest.Builder request(URI target) {
            return HttpRequest.newBuilder(target).timeout(TIMEOUT).header("Accept", "text/html");
        }
    }

    private String randomText() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    private static String sha256(String text) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> query(URI address) {
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> a));
    }
}
