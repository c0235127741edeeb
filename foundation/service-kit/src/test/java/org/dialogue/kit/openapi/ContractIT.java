package org.dialogue.kit.openapi;

import org.dialogue.kit.testing.OpenApiContract;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Holds what every service has from the kit to its description: by what the tests before this one sent and were answered. */
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
