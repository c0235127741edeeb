package org.dialogue.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void whatFitsIsTheLastPage() {
        assertThat(Page.of(List.of(1, 2), 2, last -> "after " + last)).isEqualTo(new Page<>(List.of(1, 2), null));
        assertThat(Page.of(List.<Integer>of(), 2, last -> "after " + last)).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void whatDoesNotFitIsLeftToTheNextPage() {
        assertThat(Page.of(List.of(1, 2, 3), 2, last -> "after " + last))
                .isEqualTo(new Page<>(List.of(1, 2), "after 2"));
    }

    @Test
    void anotherViewOfItsItemsIsTheSamePage() {
        assertThat(new Page<>(List.of(1, 2), "after 2").map(String::valueOf))
                .isEqualTo(new Page<>(List.of("1", "2"), "after 2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Page.MAX_LIMIT})
    void aLimitMayLieBetweenItsLimits(int limit) {
        assertThatCode(() -> Page.requireLimit(limit)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, Page.MAX_LIMIT + 1})
    void aLimitHasItsLimits(int limit) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Page.requireLimit(limit))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::field, Violation::rule)
                        .containsExactly(tuple("limit", "range")));
    }
}
