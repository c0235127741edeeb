package org.dialogue.reports.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.reports.folds.ViewState;
import org.dialogue.reports.reading.Reader;
import org.springframework.http.ResponseEntity;

/** What every report needs of its surroundings: who asks, which day it is, and how an answer says what it reflects. */
public final class Reports {

    /** The header that names the ledger position an answer reflects. */
    public static final String POSITION_HEADER = "Ledger-Position";

    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId zone;

    /**
     * The surroundings of all reports.
     *
     * @param clock the present
     * @param zone the host's, which decides when a day ends
     */
    public Reports(CurrentActor currentActor, Clock clock, ZoneId zone) {
        this.currentActor = currentActor;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Whoever asks.
     *
     * @throws NotPermitted if nobody is signed in
     */
    public Reader reader() {
        return currentActor
                .find()
                .map(Reader::new)
                .orElseThrow(() -> new NotPermitted("sign-in", "reports need a signed-in reader"));
    }

    /** {@return the present day on the host's calendar} */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** {@return whole days on the host's calendar from a moment to today} */
    public Ages ages() {
        return new Ages(today(), zone);
    }

    /** {@return what an answer from this state reflects} */
    public Reflects reflecting(ViewState<?> state) {
        return Reflects.of(state, today());
    }

    /** {@return the answer, with the header that names the position} */
    public static <T> ResponseEntity<T> answer(ViewState<?> state, T body) {
        return ResponseEntity.ok()
                .header(POSITION_HEADER, Long.toString(state.position()))
                .body(body);
    }
}
