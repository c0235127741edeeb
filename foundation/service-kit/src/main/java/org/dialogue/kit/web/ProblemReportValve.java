package org.dialogue.kit.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what Tomcat refuses before the application sees it, such as a malformed address or too many headers, with a
 * problem document in place of its own page. Public, because Tomcat makes it by its name.
 */
public final class ProblemReportValve extends ErrorReportValve {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean writable = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, writable);
        if (writable.get()) {
            try {
                write(request, response, statusOf(response));
            } catch (IOException gone) {
                container.getLogger().debug("Nobody waits for the answer any more", gone);
            }
        }
    }

    /** A way of transfer or a version of HTTP that Tomcat does not know is the caller's fault. */
    private static HttpStatus statusOf(Response response) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        return status == null || status == HttpStatus.NOT_IMPLEMENTED || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED
                ? HttpStatus.BAD_REQUEST
                : status;
    }

    private static void write(Request request, Response response, HttpStatus status) throws IOException {
        Language language = Language.of(request);
        Problem english = Problems.of(
                status, ProblemCodes.ruleOf(status), ProblemCodes.titleOf(status), "the request cannot be understood");
        ProblemDetail told = english.in(language, Wordings.OF_KIT);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", String.valueOf(told.getType()));
        members.put("title", String.valueOf(told.getTitle()));
        members.put("status", status.value());
        members.put("detail", String.valueOf(told.getDetail()));
        members.put("rule", ProblemCodes.ruleOf(status));
        byte[] body = JSON.writeValueAsBytes(members);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Content-Language", language.tag());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.finishResponse();
    }
}
