package org.dialogue.reports.witness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewCopyTest {

    @ParameterizedTest
    @CsvSource({
        "nghe_an_reporting, _, nghe_an_reporting_2",
        "nghe_an_reporting_2, _, nghe_an_reporting_3",
        "nghe_an_reporting_9, _, nghe_an_reporting_10",
        "nghe-an/reporting-service, /, nghe-an/reporting-service/2",
        "nghe-an/reporting-service/2, /, nghe-an/reporting-service/3",
    })
    void everyGenerationHasANameOfItsOwn(String former, String separator, String next) {
        assertThat(RenewCopy.next(former, separator)).isEqualTo(next);
    }
}
