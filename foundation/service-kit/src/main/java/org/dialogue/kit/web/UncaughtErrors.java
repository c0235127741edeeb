package org.dialogue.kit.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers what the servlet container refuses before any controller sees it, such as a malformed address, and what fails
 * outside of controllers.
 */
@Hidden
@RestController
class UncaughtErrors implements ErrorController {

    @RequestMapping("${server.error.path:${error.path:/error}}")
    ResponseEntity<ProblemDetail> answer(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && StoreFailures.isBehind(failure)) {
            return Problems.answer(Problems.storeUnavailable());
        }
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        && HttpStatus.resolve(code) != null
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
        // The container's word for a body that paused too long: one more that did not arrive whole.
        if (status == HttpStatus.REQUEST_TIMEOUT) {
            return Problems.answer(Problems.incompleteBody());
        }
        String rule = ProblemCodes.ruleOf(status);
        String title = ProblemCodes.titleOf(status);
        String detail = Wordings.OF_KIT.find(Language.ENGLISH, rule, List.of()).orElse(title);
        return ResponseEntity.of(Problems.of(status, rule, title, detail)).build();
    }
}
