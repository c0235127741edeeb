package org.dialogue.dialogues.web;

import java.util.List;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.projections.ListQuery.Condition;
import org.jspecify.annotations.Nullable;

/** How lists are filtered: of several values of one parameter, an entry has one. */
public final class Filters {

    private Filters() {}

    /** {@return the query, asking only for entries that have one of the values; none ask for nothing} */
    public static ListQuery among(ListQuery query, String field, @Nullable List<?> values) {
        List<?> wanted = Lists.copy(values);
        return wanted.isEmpty() ? query : query.where(new Condition.In(field, wanted));
    }
}
