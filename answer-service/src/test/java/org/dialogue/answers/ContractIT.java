package org.dialogue.answers;

import org.dialogue.kit.testing.OpenApiContract;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Holds the committed description of the API to what people need of it, and to what the tests before this one sent and
 * were answered.
 */
@Order(Integer.MAX_VALUE)
class ContractIT {

    @Test
    void everyOperationIsDescribedForPeople() {
        OpenApiContract.verifyDescriptions();
    }

    @Test
    void whatWasAnsweredWasAsDescribed() {
        OpenApiContract.verifyTraffic();
    }

    @Test
    void whatIsDescribedWasSeen() {
        OpenApiContract.verifyAllSeen();
    }
}
