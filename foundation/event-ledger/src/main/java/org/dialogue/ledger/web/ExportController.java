package org.dialogue.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.dialogue.ledger.export.LedgerExport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole ledger as one archive, for those who verify it without trusting whoever runs it. */
@RestController
@RequestMapping("${ledger.web.path:/ledger}")
class ExportController {

    private static final String ZIP = "application/zip";

    private final LedgerExport export;
    private final @Nullable CheckpointIssuer issuer;
    private final String fileName;

    /**
     * @param issuer signs what is news, so that the export holds it; null where nothing is signed
     */
    ExportController(LedgerExport export, @Nullable CheckpointIssuer issuer, String origin) {
        this.export = export;
        this.issuer = issuer;
        this.fileName = origin.replaceAll("[^A-Za-z0-9._-]+", "-") + ".zip";
    }

    /** Written while it is read, in the request's own thread: an asynchronous request would time out. */
    @GetMapping(path = "/export", produces = ZIP)
    void exportLedger(HttpServletResponse response) throws IOException {
        if (issuer != null) {
            issuer.issueIfNews();
        }
        response.setContentType(ZIP);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName).build().toString());
        try {
            export.write(response.getOutputStream());
        } catch (IOException | RuntimeException failure) {
            if (response.isCommitted()) {
                throw new ExportInterrupted(failure);
            }
            response.reset();
            throw failure;
        }
    }

    /**
     * An export failed after its beginning had been sent. Whoever receives it must see that the transfer broke off, so the
     * servlet container has to learn of it, and nothing may be written behind it.
     */
    static final class ExportInterrupted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ExportInterrupted(Exception cause) {
            super("The export broke off: " + cause.getMessage(), cause);
        }
    }
}
