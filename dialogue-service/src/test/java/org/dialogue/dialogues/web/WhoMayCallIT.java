package org.dialogue.dialogues.web;

import static org.dialogue.kit.testing.Patience.await;

import org.dialogue.dialogues.testing.Given;
import org.dialogue.dialogues.testing.RunningService;
import org.dialogue.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

class WhoMayCallIT extends RunningService {

    @Test
    void nobodyUnknownGetsIn() {
        getAnonymously("/api/units").expect(401);
        getWithToken("nonsense", "/api/units").expect(401);
        getWithToken(TestTokens.expired(Given.SECRETARY), "/api/units").expect(401);
        getWithToken(TestTokens.forAnotherAudience(Given.SECRETARY), "/api/units")
                .expect(401);
        getWithToken(TestTokens.ofAnotherIssuer(Given.SECRETARY), "/api/units").expect(401);
        getWithToken(TestTokens.forged(Given.SECRETARY), "/api/units").expect(401);
        getWithToken(TestTokens.of(Given.SECRETARY), "/api/units").expect(200);
    }

    @Test
    void theServiceTellsItsHealthToAnybody() {
        getAnonymously("/actuator/health/liveness").expect(200);
        // Servers have two seconds to answer, and may be slow once.
        await().untilAsserted(() -> getAnonymously("/actuator/health/readiness").expect(200));
    }
}
