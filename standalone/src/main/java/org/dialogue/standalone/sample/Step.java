package org.dialogue.standalone.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the programme: somebody does something through a public interface.
 *
 * @param key unique among the steps and the same in every run
 * @param title what happens, for people to read along
 * @param by who does it: the name to sign in with
 * @param after what must be seen first, because it arrives by events; null if nothing
 * @param done what can be seen once it was done, or once what follows from it was done; any of it
 */
record Step(
        String key,
        String title,
        String by,
        Call call,
        @Nullable Sight after,
        List<Sight> done) {

    Step(String key, String title, String by, Call call, Sight done) {
        this(key, title, by, call, null, List.of(done));
    }
}
