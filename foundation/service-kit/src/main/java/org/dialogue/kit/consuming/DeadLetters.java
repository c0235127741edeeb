package org.dialogue.kit.consuming;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.dialogue.kit.paging.OpaqueCursor;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.rules.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All letters that a service has parked, whatever group they wait for. */
final class DeadLetters {

    /**
     * What came of a retry.
     *
     * @param handled sequences whose letters were all handled
     * @param left sequences that still wait
     */
    record RetryResult(int handled, int left) {}

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Supplier<List<ParkedLetters>> groups;
    private final MongoCollection<Document> letters;

    /** @param groups asked late, as Axon makes its processors when it starts */
    DeadLetters(Supplier<List<ParkedLetters>> groups, MongoCollection<Document> letters) {
        this.groups = groups;
        this.letters = letters;
    }

    /**
     * A page of the letters, those of one sequence together and in order.
     *
     * @param group only those of this group; null for all
     * @throws InvalidInput if cursor, limit or group make no sense
     */
    Page<ParkedLetter> page(@Nullable String group, @Nullable String cursor, int limit) {
        List<Bson> filters = new ArrayList<>();
        InvalidInput.checkAll(
                () -> {
                    if (group != null) {
                        filters.add(eq(StoredLetter.GROUP, known(group).storedAs()));
                    }
                },
                () -> {
                    if (cursor != null) {
                        filters.add(after(group, cursor));
                    }
                },
                () -> Page.requireLimit(limit));
        List<Document> found = letters.find(filters.isEmpty() ? new Document() : and(filters))
                .sort(Sorts.ascending(StoredLetter.GROUP, StoredLetter.SEQUENCE, StoredLetter.INDEX))
                .limit(limit + 1)
                .into(new ArrayList<>());
        Map<String, String> shown = new TreeMap<>();
        groups.get().forEach(known -> shown.put(known.storedAs(), known.group()));
        return Page.of(found, limit, last -> cursor(group, last)).map(document -> {
            String stored = document.getString(StoredLetter.GROUP);
            return new StoredLetter(document).shown(shown.getOrDefault(stored, stored));
        });
    }

    private ParkedLetters known(String group) {
        return find(group)
                .orElseThrow(() -> new InvalidInput(
                        "group",
                        "known.one-of",
                        "group must be one of " + String.join(", ", groups()),
                        String.join(", ", groups())));
    }

    private static String cursor(@Nullable String group, Document last) {
        return OpaqueCursor.of(JSON.writeValueAsString(List.of(
                group == null ? "" : group,
                last.getString(StoredLetter.GROUP),
                last.getString(StoredLetter.SEQUENCE),
                last.getLong(StoredLetter.INDEX))));
    }

    private static Bson after(@Nullable String group, String cursor) {
        JsonNode parts;
        try {
            parts = JSON.readTree(OpaqueCursor.read(cursor));
        } catch (JacksonException notOurs) {
            throw OpaqueCursor.malformed();
        }
        if (!parts.isArray()
                || parts.size() != 4
                || !parts.get(0).isString()
                || !parts.get(1).isString()
                || !parts.get(2).isString()
                || !parts.get(3).canConvertToLong()) {
            throw OpaqueCursor.malformed();
        }
        if (!parts.get(0).asString().equals(group == null ? "" : group)) {
            throw new InvalidInput(
                    "cursor", "same-list.group", "a cursor goes on only with the group of the page before");
        }
        String stored = parts.get(1).asString();
        String sequence = parts.get(2).asString();
        Bson sameGroup = eq(StoredLetter.GROUP, stored);
        return or(
                gt(StoredLetter.GROUP, stored),
                and(sameGroup, gt(StoredLetter.SEQUENCE, sequence)),
                and(
                        sameGroup,
                        eq(StoredLetter.SEQUENCE, sequence),
                        gt(StoredLetter.INDEX, parts.get(3).asLong())));
    }

    List<String> groups() {
        return groups.get().stream().map(ParkedLetters::group).toList();
    }

    long size(String group) {
        return find(group).map(known -> known.queue().size()).orElse(0L);
    }

    /** Tries every sequence once. */
    RetryResult retryAll() {
        int handled = 0;
        int left = 0;
        for (ParkedLetters group : groups.get()) {
            for (String first : firstLetters(group)) {
                if (retry(group, first)) {
                    handled++;
                } else {
                    left++;
                }
            }
        }
        return new RetryResult(handled, left);
    }

    /** Tries the sequence that begins with the given letter. */
    RetryResult retry(String group, String letterId) {
        return find(group).filter(known -> retry(known, letterId)).isPresent()
                ? new RetryResult(1, 0)
                : new RetryResult(0, 1);
    }

    /** {@return a letter of a group} */
    Optional<StoredLetter> letter(String group, String letterId) {
        return find(group).map(known -> document(known, letterId)).map(StoredLetter::new);
    }

    /** {@return a letter before which no other of its sequence lies} */
    Optional<StoredLetter> firstLetter(String group, String letterId) {
        return find(group)
                .map(known -> document(known, letterId))
                .filter(this::isFirst)
                .map(StoredLetter::new);
    }

    private @Nullable Document document(ParkedLetters group, String letterId) {
        return letters.find(and(eq(StoredLetter.GROUP, group.storedAs()), eq(StoredLetter.ID, letterId)))
                .first();
    }

    private boolean isFirst(Document letter) {
        return letters.find(and(
                                eq(StoredLetter.GROUP, letter.getString(StoredLetter.GROUP)),
                                eq(StoredLetter.SEQUENCE, letter.getString(StoredLetter.SEQUENCE)),
                                lt(StoredLetter.INDEX, letter.getLong(StoredLetter.INDEX))))
                        .first()
                == null;
    }

    /** Takes the first letter of a sequence away, and tries what waited behind it. */
    RetryResult discard(String group, StoredLetter letter) {
        ParkedLetters known = find(group).orElseThrow(() -> new IllegalArgumentException("there is no group " + group));
        for (DeadLetter<? extends EventMessage<?>> candidate : known.queue().deadLetterSequence(letter.sequence())) {
            if (candidate.message().getIdentifier().equals(letter.id())) {
                known.queue().evict(candidate);
                break;
            }
        }
        for (DeadLetter<? extends EventMessage<?>> next : known.queue().deadLetterSequence(letter.sequence())) {
            return retry(group, next.message().getIdentifier());
        }
        return new RetryResult(1, 0);
    }

    private static boolean retry(ParkedLetters group, String letterId) {
        try {
            return group.retry(letter -> letter.message().getIdentifier().equals(letterId));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "A parked letter of {} could not be tried: {}",
                    group.group(),
                    failure.getClass().getName());
            return false;
        }
    }

    private static List<String> firstLetters(ParkedLetters group) {
        List<String> ids = new ArrayList<>();
        for (Iterable<DeadLetter<? extends EventMessage<?>>> sequence :
                group.queue().deadLetters()) {
            for (DeadLetter<? extends EventMessage<?>> first : sequence) {
                ids.add(first.message().getIdentifier());
                break;
            }
        }
        return ids;
    }

    private Optional<ParkedLetters> find(String group) {
        return groups.get().stream()
                .filter(candidate -> candidate.group().equals(group))
                .findFirst();
    }

    /** {@return how many letters lie in each group that has any} */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (ParkedLetters group : groups.get()) {
            long size = group.queue().size();
            if (size > 0) {
                counts.put(group.group(), size);
            }
        }
        return counts;
    }
}
