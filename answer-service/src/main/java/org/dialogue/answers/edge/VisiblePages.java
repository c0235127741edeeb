package org.dialogue.answers.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dialogue.kit.paging.Page;
import org.jspecify.annotations.Nullable;

/** Pages of what a reader may see, of lists whose rights no index can tell. */
public final class VisiblePages {

    private VisiblePages() {}

    /** The whole list, page by page. */
    @FunctionalInterface
    public interface Source<T> {

        /** {@return the page at the cursor, null for the first, with at most so many items} */
        Page<T> page(@Nullable String cursor, int limit);
    }

    /**
     * A page that is as full as there is something to see, and leads on exactly if there is more to see.
     *
     * @param source the list with what is hidden
     * @param cursor where the page before ended; null for the first
     * @param limit how many items the page may have
     * @param visible what the reader may see
     */
    public static <T> Page<T> of(Source<T> source, @Nullable String cursor, int limit, Predicate<T> visible) {
        List<T> seen = new ArrayList<>();
        @Nullable String at = cursor;
        int wanted = limit;
        while (true) {
            Page<T> page = source.page(at, wanted);
            for (int i = 0; i < page.items().size(); i++) {
                T item = page.items().get(i);
                if (visible.test(item)) {
                    if (seen.size() == limit) {
                        return new Page<>(seen, i == 0 ? at : source.page(at, i).next());
                    }
                    seen.add(item);
                }
            }
            if (page.next() == null) {
                return new Page<>(seen, null);
            }
            at = page.next();
            wanted = Page.MAX_LIMIT;
        }
    }
}
