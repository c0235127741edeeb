package org.dialogue.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.dialogue.kit.rules.Violation;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads request bodies into memory, up to a limit, and refuses larger ones, those that break off, and what is not UTF-8. */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final int limit;
    private final Duration within;
    private final ProblemWriter problems;

    BodyLimitFilter(int limit, Duration within, ProblemWriter problems) {
        this.limit = limit;
        this.within = within;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BufferedRequest buffered;
        try {
            buffered = BufferedRequest.read(request, limit, within);
        } catch (BodyTooLarge tooLarge) {
            problems.write(
                    response,
                    Problems.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "body-too-large",
                            "The request is too large",
                            String.valueOf(tooLarge.getMessage()),
                            limit));
            return;
        } catch (IOException brokenOff) {
            // Too slow, broken off, or sent in pieces that do not fit: nobody but the caller can mend it.
            problems.write(response, Problems.incompleteBody());
            return;
        }
        if (!isUtf8(buffered.body())) {
            problems.write(
                    response,
                    Problems.invalid(
                            HttpStatus.BAD_REQUEST,
                            List.of(new Violation("", "malformed-encoding.body", "the body must be UTF-8"))));
            return;
        }
        chain.doFilter(buffered, response);
    }

    /** Of UTF-16 and UTF-32, which Jackson would read, every other byte of plain letters is 0; of JSON in UTF-8 none is. */
    private static boolean isUtf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(body))
                            .toString()
                            .indexOf(0)
                    < 0;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
