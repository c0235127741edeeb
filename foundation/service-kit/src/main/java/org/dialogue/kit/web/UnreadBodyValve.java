package org.dialogue.kit.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;

/**
 * Ends the connection of a caller whose body was refused before it arrived. Tomcat reads the rest of such a body, so that
 * the caller finds the answer, and waits for it as long as one byte follows another, in a thread. Here it is waited for
 * only until a request has to be complete.
 */
final class UnreadBodyValve extends ValveBase {

    /** As many as Tomcat would read. */
    private static final int MOST_BYTES = 2 << 20;

    private final Duration within;

    /** @param within how long after its beginning a request has to be there */
    UnreadBodyValve(Duration within) {
        super(true);
        this.within = within;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.isAsync() || isComplete(request)) {
            return;
        }
        // Told before anything more is read: what goes wrong there takes the answer back.
        if (!response.isCommitted()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        response.finishResponse();
        if (!arrives(request)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private boolean arrives(Request request) {
        byte[] some = new byte[8192];
        int bytes = 0;
        try {
            while (!isComplete(request)) {
                InputStream arriving = request.getInputStream();
                int count = arriving.read(some);
                bytes += Math.max(count, 0);
                if (count >= 0 && (bytes > MOST_BYTES || isLate(request))) {
                    return false;
                }
            }
            return true;
        } catch (IOException brokenOff) {
            getContainer().getLogger().debug("The rest of a body does not arrive", brokenOff);
            return false;
        }
    }

    private boolean isLate(Request request) {
        return System.nanoTime() - request.getCoyoteRequest().getStartTimeNanos() > within.toNanos();
    }

    private static boolean isComplete(Request request) {
        AtomicBoolean complete = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, complete);
        return complete.get();
    }
}
