package org.dialogue.reports.running;

import org.dialogue.kit.testing.OpenApiContract;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Holds what all tests before it have heard from the service to the committed description of its API. */
@Order(Integer.MAX_VALUE)
class ContractIT {

    @Test
    void everyOperationIsDescribedForPeople() {
        OpenApiContract.verifyDescriptions();
    }

    @Test
    void whatIsAnsweredIsDescribed() {
        OpenApiContract.verifyTraffic();
    }

    @Test
    void whatIsDescribedIsAnswered() {
        OpenApiContract.verifyAllSeen();
    }
}
