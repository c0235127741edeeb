package org.dialogue.reports.witness.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.dialogue.events.witness.AlarmId;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmAcknowledged;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.reports.folds.alarms.LedgerAlarm;
import org.dialogue.reports.folds.alarms.LedgerAlarms;
import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.witness.AlarmRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/witness/alarms")
@Tag(name = "Witness")
final class AlarmsController {

    private final LiveView<LedgerAlarms> view;
    private final AlarmRecord alarms;
    private final Clock clock;

    AlarmsController(LiveView<LedgerAlarms> view, AlarmRecord alarms, Clock clock) {
        this.view = view;
        this.alarms = alarms;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "All alarms about ledgers, the newest first; on request only the open or the acknowledged ones")
    List<AlarmInfo> ledgerAlarms(@RequestParam(required = false) @Nullable Boolean open) {
        return view.now().view().all().stream()
                .filter(alarm -> open == null || alarm.isOpen() == open)
                .map(AlarmInfo::of)
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One alarm, with the notes that are its evidence")
    AlarmInfo ledgerAlarm(@PathVariable AlarmId id) {
        return AlarmInfo.of(alarms.get(id));
    }

    @PostMapping("/{id}/acknowledgement")
    @Operation(
            summary = "Says that an alarm has been looked into",
            description =
                    "For operators and auditors. The alarm stays on record; the refused checkpoint stays refused. "
                            + "The same again by the same person changes nothing.")
    AlarmInfo acknowledgeAlarm(
            @PathVariable AlarmId id,
            @Valid @RequestBody AcknowledgementInput input,
            @Parameter(hidden = true) Actor actor) {
        actor.require(Role.OPERATOR, Role.AUDITOR);
        LedgerAlarm alarm = alarms.acknowledge(new LedgerAlarmAcknowledged(id, input.reason(), clock.instant()), actor);
        return AlarmInfo.of(alarm);
    }

    /**
     * That an alarm has been looked into.
     *
     * @param reason what was found and done
     */
    record AcknowledgementInput(@NotBlank @Size(max = 2000) String reason) {}
}
