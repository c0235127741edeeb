package org.dialogue.dialogues.web;

import static org.dialogue.kit.testing.Patience.await;

import org.dialogue.dialogues.testing.RunningService;
import org.junit.jupiter.api.Test;

class HealthIT extends RunningService {

    @Test
    void theServiceTellsItsHealthToAnybody() {
        getAnonymously("/actuator/health/liveness").expect(200);
        // Servers have two seconds to answer, and may be slow once.
        await().untilAsserted(() -> getAnonymously("/actuator/health/readiness").expect(200));
    }
}
