package org.dialogue.answers.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.dialogue.kit.paging.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisiblePagesTest {

    private static final List<Integer> ALL = IntStream.range(0, 450).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50, 200})
    void everyPageButTheLastIsFullAndTheLastLeadsNowhere(int limit) {
        for (Predicate<Integer> visible : List.<Predicate<Integer>>of(
                number -> true, number -> number % 3 == 0, number -> number > 400, number -> number < 10)) {
            List<Integer> seen = new ArrayList<>();
            @Nullable String cursor = null;
            do {
                Page<Integer> page = VisiblePages.of(VisiblePagesTest::page, cursor, limit, visible);
                seen.addAll(page.items());
                cursor = page.next();
                assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
                assertThat(cursor == null || page.items().size() == limit).isTrue();
            } while (cursor != null);
            assertThat(seen).isEqualTo(ALL.stream().filter(visible).toList());
        }
    }

    @Test
    void whereNothingIsVisibleThereIsOneEmptyPage() {
        assertThat(VisiblePages.of(VisiblePagesTest::page, null, 2, number -> false))
                .isEqualTo(new Page<>(List.of(), null));
    }

    private static Page<Integer> page(@Nullable String cursor, int limit) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor) + 1;
        List<Integer> found = ALL.subList(from, Math.min(ALL.size(), from + limit + 1));
        return Page.of(found, limit, String::valueOf);
    }
}
