package org.dialogue.reports.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.rules.InvalidInput;
import org.junit.jupiter.api.Test;

class SortingTest {

    /** The tens are the key, the number itself is the id: so there are ties. */
    private static final Sorting<Integer> BY_TENS =
            new Sorting<>("tens", number -> key(number / 10), SortingTest::key, false);

    @Property(tries = 300)
    void pagesPutTogetherAreTheList(
            @ForAll @Size(max = 60) Set<@IntRange(max = 999) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 10) int limit,
            @ForAll boolean reversed) {
        Sorting<Integer> sorting = reversed ? BY_TENS.reversed() : BY_TENS;

        assertThat(allPages(numbers, sorting, limit))
                .isEqualTo(numbers.stream().sorted(sorting.comparator()).toList());
    }

    /** Unlike with page numbers, what comes or goes on earlier pages neither hides nor repeats anything. */
    @Property(tries = 300)
    void whatStaysIsSeenOnceWhateverComesAndGoesMeanwhile(
            @ForAll @Size(min = 2, max = 60) Set<@IntRange(max = 999) Integer> numbers,
            @ForAll @Size(max = 30) Set<@IntRange(max = 999) Integer> coming,
            @ForAll @IntRange(min = 1, max = 10) int limit) {
        Page<Integer> first = page(numbers, BY_TENS, null, limit);
        if (first.next() == null) {
            return;
        }
        Set<Integer> changed = new TreeSet<>(numbers);
        first.items().forEach(changed::remove);
        changed.addAll(coming);

        List<Integer> seen = new ArrayList<>(first.items());
        String cursor = first.next();
        while (cursor != null) {
            Page<Integer> page = page(changed, BY_TENS, cursor, limit);
            seen.addAll(page.items());
            cursor = page.next();
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(numbers);
    }

    @Test
    void aListThatFitsHasNoNextPage() {
        assertThat(page(List.of(1, 2, 3), BY_TENS, null, 3).next()).isNull();
        assertThat(page(List.of(1, 2, 3), BY_TENS, null, 2).next()).isNotNull();
    }

    @Test
    void aCursorOfAnotherOrderOrNoneAtAllIsRefused() {
        String cursor = page(List.of(1, 2, 3), BY_TENS, null, 2).next();

        assertThatThrownBy(() -> page(List.of(1), BY_TENS.reversed(), cursor, 2))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("sorted by tens");
        assertThatThrownBy(() -> page(List.of(1), BY_TENS, "nonsense", 2)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> page(List.of(1), BY_TENS, "!", 2)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aLimitHasItsLimits() {
        assertThatThrownBy(() -> page(List.of(1), BY_TENS, null, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> page(List.of(1), BY_TENS, null, Page.MAX_LIMIT + 1))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void momentsAndDaysSortAsTextAsTheyDoAsTimes() {
        List<Instant> moments = new ArrayList<>(List.of(
                Instant.MIN,
                Instant.parse("-1000000000-01-01T00:00:00Z").plusNanos(1),
                Instant.parse("-0001-01-01T00:00:00Z"),
                Instant.parse("0026-01-01T00:00:00Z"),
                Instant.parse("2023-11-02T02:00:00Z"),
                Instant.parse("2023-11-02T02:00:00.000000001Z"),
                Instant.parse("2023-11-02T02:00:00.5Z"),
                Instant.parse("2023-11-02T02:00:01Z"),
                Instant.parse("+12345-01-01T00:00:00Z"),
                Instant.MAX));
        List<String> inOrder = moments.stream().map(Sorting::key).toList();
        Collections.reverse(moments);

        assertThat(moments.stream().map(Sorting::key).sorted()).isEqualTo(inOrder);
        assertThat(Sorting.key((LocalDate) null)).isGreaterThan(Sorting.key(LocalDate.MAX));
        assertThat(List.of(
                        Sorting.key(LocalDate.MIN),
                        Sorting.key(LocalDate.of(26, 1, 1)),
                        Sorting.key(LocalDate.of(2023, 1, 1)),
                        Sorting.key(LocalDate.of(12345, 1, 1)),
                        Sorting.key(LocalDate.MAX)))
                .isSorted();
        assertThat(List.of(Sorting.key(Long.MIN_VALUE), Sorting.key(-1), Sorting.key(0), Sorting.key(Long.MAX_VALUE)))
                .isSorted();
    }

    private static List<Integer> allPages(Collection<Integer> numbers, Sorting<Integer> sorting, int limit) {
        List<Integer> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<Integer> page = page(numbers, sorting, cursor, limit);
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return seen;
    }

    private static Page<Integer> page(Collection<Integer> numbers, Sorting<Integer> sorting, String cursor, int limit) {
        return sorting.page(List.copyOf(numbers), cursor, limit);
    }

    private static String key(int number) {
        return "%05d".formatted(number);
    }
}
