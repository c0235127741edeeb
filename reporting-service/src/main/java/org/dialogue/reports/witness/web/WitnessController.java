package org.dialogue.reports.witness.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.reports.folds.alarms.LedgerAlarms;
import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.witness.AgreedCheckpoint;
import org.dialogue.reports.witness.Standing;
import org.dialogue.reports.witness.WitnessKey;
import org.dialogue.reports.witness.Witnesses;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/witness")
@Tag(name = "Witness")
final class WitnessController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Witnesses witnesses;
    private final WitnessKey key;
    private final LiveView<LedgerAlarms> alarms;

    WitnessController(Witnesses witnesses, WitnessKey key, LiveView<LedgerAlarms> alarms) {
        this.witnesses = witnesses;
        this.key = key;
        this.alarms = alarms;
    }

    @GetMapping
    @Operation(summary = "The ledgers that are witnessed, and how each stands", description = "Open to everybody.")
    @SecurityRequirements
    List<WitnessedLedger> witnessedLedgers() {
        LedgerAlarms now = alarms.state().view();
        return witnesses.standings().stream()
                .map(standing -> WitnessedLedger.of(standing, now))
                .toList();
    }

    @GetMapping("/{source}")
    @Operation(summary = "How one ledger stands", description = "Open to everybody.")
    @SecurityRequirements
    WitnessedLedger witnessedLedger(@PathVariable String source) {
        return WitnessedLedger.of(find(source), alarms.state().view());
    }

    @GetMapping(path = "/{source}/checkpoints/latest", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "The latest checkpoint that agreed with what was received, with the witness's signature",
            description = "A C2SP signed note. Open to everybody.")
    @SecurityRequirements
    ResponseEntity<String> latestCosignedCheckpoint(@PathVariable String source) {
        return text(Optional.ofNullable(find(source).book().latest())
                .map(AgreedCheckpoint::note)
                .orElseThrow(() -> new NotFound("witnessed checkpoint of", source)));
    }

    @GetMapping(path = "/keys", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "The keys that the witness's signatures are verified with, one to a line",
            description = "C2SP verifier keys; none if the witness has no key. Open to everybody.")
    @SecurityRequirements
    ResponseEntity<String> witnessKeys() {
        return text(key.verifierKey()
                .map(VerifierKey::text)
                .map(line -> line + '\n')
                .orElse(""));
    }

    private static ResponseEntity<String> text(String body) {
        return ResponseEntity.ok().contentType(TEXT).body(body);
    }

    private Standing find(String source) {
        return witnesses.standing(source).orElseThrow(() -> new NotFound("witnessed ledger", source));
    }
}
