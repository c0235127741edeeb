package org.dialogue.kit.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dialogue.embedded.TestServers;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.paging.OpaqueCursor;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.ListQuery.Condition;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters, sorts and pages over values of every kind, missing ones among them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListQueryIT {

    private static final long SEED = 20230712;

    private final List<Thing> things = new ArrayList<>();
    private MongoClient client;
    private MongoDatabase database;
    private Documents<Thing> list;

    enum State {
        OPEN,
        CLOSED
    }

    record Thing(
            String id,
            @Nullable String text,
            @Nullable Instant at,
            @Nullable LocalDate due,
            @Nullable Long number,
            State state,
            List<String> bodies) {}

    private static final ProjectionDefinition<QuestionEvent, Thing> THINGS = ProjectionDefinition.of(
                    "things",
                    QuestionEvent.class,
                    Thing.class,
                    QuestionEvent::questionId,
                    (Thing before, QuestionEvent event) -> {
                        throw new AssertionError("nothing is folded here");
                    })
            .sortedBy("text", Thing::text)
            .sortedBy("at", Thing::at)
            .sortedBy("due", Thing::due)
            .sortedBy("number", Thing::number)
            .filteredBy("state", Thing::state)
            .filteredBy("bodies", Thing::bodies);

    @BeforeAll
    void fill() {
        client = MongoClients.create(TestServers.mongoUri());
        database = client.getDatabase("lists_" + UUID.randomUUID().toString().replace("-", ""));
        list = new Documents<>(database, THINGS);
        Random random = new Random(SEED);
        List<Instant> instants = List.of(
                Instant.MIN,
                Instant.MAX,
                Instant.EPOCH,
                Instant.parse("-1000000000-01-01T00:00:00Z"),
                Instant.parse("0026-07-12T00:00:00Z"),
                Instant.parse("+12345-01-01T00:00:00Z"),
                Instant.parse("2023-07-12T01:30:00Z"),
                Instant.parse("2023-07-12T01:30:00.000000001Z"));
        List<LocalDate> days = List.of(
                LocalDate.MIN, LocalDate.MAX, LocalDate.EPOCH, LocalDate.of(26, 1, 1), LocalDate.of(12345, 1, 1));
        List<Long> numbers = List.of(Long.MIN_VALUE, Long.MAX_VALUE, -1L, 0L, 9L, 10L);
        List<String> texts =
                List.of("", "a", "A", "~", "é", "e\u0301", "\u0000", "\uFFFF", "Đồng", "v", "$x", "a.b", "10", "9");
        for (int number = 0; number < 120; number++) {
            Thing thing = new Thing(
                    "t%03d".formatted(number),
                    any(random, texts),
                    any(random, instants),
                    any(random, days),
                    any(random, numbers),
                    State.values()[random.nextInt(2)],
                    Stream.of("b1", "b2", "b3")
                            .filter(body -> random.nextBoolean())
                            .toList());
            things.add(thing);
            list.write(thing.id(), before -> new Documents.Change<>(thing, 0, false));
        }
    }

    private static <T> @Nullable T any(Random random, List<T> values) {
        int index = random.nextInt(values.size() + 1);
        return index == values.size() ? null : values.get(index);
    }

    @AfterAll
    void disconnect() {
        database.drop();
        client.close();
    }

    @Test
    void sortsByEveryFieldInBothDirectionsWithMissingValuesLastAndIdsBetweenEquals() {
        assertSorted("text", Thing::text);
        assertSorted("at", Thing::at);
        assertSorted("due", thing -> thing.due() == null ? null : thing.due().toEpochDay());
        assertSorted("number", Thing::number);
    }

    private <V extends Comparable<V>> void assertSorted(String field, Function<Thing, @Nullable V> value) {
        Comparator<Thing> up = Comparator.comparing(value, Comparator.nullsLast(Comparator.naturalOrder()));
        Comparator<Thing> down = Comparator.comparing(value, Comparator.nullsLast(Comparator.reverseOrder()));
        assertThat(all(ListQuery.page(null, 7).sorted(field)))
                .as("by %s", field)
                .isEqualTo(sorted(up.thenComparing(Thing::id)));
        assertThat(all(ListQuery.page(null, 7).sorted("-" + field)))
                .as("by -%s", field)
                .isEqualTo(sorted(down.thenComparing(Thing::id, Comparator.reverseOrder())));
    }

    @Test
    void listsInTheOrderOfIdsIfNobodySaysOtherwise() {
        assertThat(all(ListQuery.page(null, 50))).isEqualTo(ids(things.stream()));
    }

    @Test
    void filtersByValues() {
        assertThat(all(page().where("state", State.OPEN)))
                .isEqualTo(ids(things.stream().filter(thing -> thing.state() == State.OPEN)));
        assertThat(all(page().where("bodies", "b2")))
                .isEqualTo(ids(things.stream().filter(thing -> thing.bodies().contains("b2"))));
        assertThat(all(page().where("state", null))).hasSize(things.size());
        assertThat(all(page().where(new Condition.Is("due", null))))
                .isEqualTo(ids(things.stream().filter(thing -> thing.due() == null)));
        assertThat(all(page().where(new Condition.In("number", List.of(9L, 10L)))))
                .isEqualTo(ids(things.stream()
                        .filter(thing -> List.of(9L, 10L).contains(thing.number() == null ? 0L : thing.number()))));
        assertThat(all(page().where("text", "nobody's"))).isEmpty();
    }

    @Test
    void filtersByBounds() {
        LocalDate from = LocalDate.of(26, 1, 1);
        LocalDate before = LocalDate.of(12345, 1, 1);
        assertThat(all(page().where(new Condition.Between("due", from, before))))
                .isEqualTo(ids(things.stream()
                        .filter(thing -> thing.due() != null
                                && !thing.due().isBefore(from)
                                && thing.due().isBefore(before))));
        assertThat(all(page().where(new Condition.Between("due", null, null))))
                .isEqualTo(ids(things.stream().filter(thing -> thing.due() != null)));
    }

    @Test
    void showsOnlyWhatTheReaderMaySee() {
        Condition rights = new Condition.AnyOf(List.of(
                new Condition.Is("bodies", "b1"),
                new Condition.AllOf(List.of(new Condition.Is("state", State.OPEN), new Condition.Is("bodies", "b3")))));
        assertThat(all(page().sorted("-at").visibleBy(rights)))
                .containsExactlyInAnyOrderElementsOf(ids(things.stream()
                        .filter(thing -> thing.bodies().contains("b1")
                                || thing.state() == State.OPEN && thing.bodies().contains("b3"))));
    }

    @Test
    void aCursorGoesOnOnlyInTheListItWasGivenFor() {
        String cursor =
                list.page(page().sorted("at").where("state", State.OPEN)).next();

        assertThat(list.page(new ListQuery(
                                cursor,
                                3,
                                "at",
                                page().where("state", State.OPEN).filter(),
                                null,
                                List.of()))
                        .items())
                .hasSize(3);
        assertRefused(ListQuery.page(cursor, 7).sorted("at").where("state", State.CLOSED), "cursor");
        assertRefused(ListQuery.page(cursor, 7).sorted("at"), "cursor");
        assertRefused(ListQuery.page(cursor, 7).sorted("-at").where("state", State.OPEN), "cursor");
        assertRefused(ListQuery.page(cursor, 7).where("state", State.OPEN), "cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "t001",
                "W10",
                "bnVsbA",
                "WzEsMiwzXQ",
                "WyJhIiwiYiIsImMiLCJkIl0",
                "W251bGwsbnVsbCxudWxsXQ"
            })
    void aCursorThatNobodyGaveIsRefused(String cursor) {
        assertRefused(ListQuery.page(cursor, 7), "cursor");
    }

    @Test
    void aForgedCursorOfTheRightListIsHarmless() {
        String genuine = OpaqueCursor.read(list.page(page().sorted("text")).next());
        String digest = genuine.substring(2, 18);
        String forged = OpaqueCursor.of("[\"" + digest + "\",\"\\ud800\",\"\\u0000\"]");

        assertThat(list.page(ListQuery.page(forged, 7).sorted("text")).items()).isNotNull();
    }

    @Test
    void anAlteredCursorIsRefused() {
        String cursor = list.page(page()).next();

        assertRefused(ListQuery.page(cursor + "=", 7), "cursor");
        assertRefused(ListQuery.page(cursor + "A", 7), "cursor");
        assertRefused(ListQuery.page(cursor.substring(1), 7), "cursor");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 201, Integer.MAX_VALUE})
    void aPageHasOneToTwoHundredItems(int limit) {
        assertRefused(ListQuery.page(null, limit), "limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "state", "bodies", "Text", "--text", "text,at", "_id", "$where", "entry"})
    void anUnknownSortIsRefused(String sort) {
        assertRefused(page().sorted(sort), "sort");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> list.page(ListQuery.page("?", 0)
                        .sorted("state")
                        .where("state", State.OPEN)
                        .provided(() -> {
                            throw InvalidInput.unknownReference("unit", "unit", "nowhere");
                        })))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(Violation::field)
                                .containsExactly("unit", "limit", "sort", "cursor"));
    }

    private void assertRefused(ListQuery query, String field) {
        assertThatThrownBy(() -> list.page(query))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.violations())
                                .singleElement()
                                .satisfies(violation ->
                                        assertThat(violation.field()).isEqualTo(field)));
    }

    private static ListQuery page() {
        return ListQuery.page(null, 7);
    }

    private List<String> all(ListQuery query) {
        List<Thing> found = new ArrayList<>();
        Page<Thing> page = list.page(query);
        found.addAll(page.items());
        while (page.next() != null) {
            page = list.page(query.at(page.next(), query.limit()));
            found.addAll(page.items());
        }
        return ids(found.stream());
    }

    private List<String> sorted(Comparator<Thing> order) {
        return ids(things.stream().sorted(order));
    }

    private static List<String> ids(Stream<Thing> some) {
        return some.map(Thing::id).toList();
    }

    @Test
    void aFieldHoldsNothingThatCannotBeCompared() {
        assertThatThrownBy(() -> FieldKey.one(new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThat(FieldKey.one(new QuestionId("q"))).isEqualTo("vq");
    }
}
