package org.dialogue.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The languages in which people are told what is wrong. The JVM's own plays no part. */
enum Language {
    ENGLISH("en"),
    VIETNAMESE("vi");

    private static final List<String> TAGS = List.of("en", "vi");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** What the request asks for by its Accept-Language; English if that is missing, malformed or names neither. */
    static Language of(HttpServletRequest request) {
        String ranges = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT_LANGUAGE)));
        if (ranges.isBlank()) {
            return ENGLISH;
        }
        try {
            return "vi".equals(Locale.lookupTag(LanguageRange.parse(ranges), TAGS)) ? VIETNAMESE : ENGLISH;
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            // the second for what splits into nothing, such as a lone hyphen
            return ENGLISH;
        }
    }

    /** What the request on this thread asks for; English outside of one. */
    static Language ofPresentRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : ENGLISH;
    }
}
