package org.dialogue.dialogues.web;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.dialogue.events.Identifier;
import org.dialogue.kit.commands.ETags;
import org.dialogue.kit.history.Versioned;
import org.dialogue.kit.rules.NotFound;
import org.springframework.http.ResponseEntity;

/** How a thing is shown after it was read, created or changed: always as it is now, with its entity tag. */
public final class Replies {

    private Replies() {}

    /**
     * Shows a thing.
     *
     * @param found the thing, if there is one
     * @param kind what it is, such as {@code programme}
     * @param id its id
     * @param view how it is shown
     * @throws NotFound if there is none
     */
    public static <S, V> ResponseEntity<V> show(
            Optional<Versioned<S>> found, String kind, Identifier id, Function<S, V> view) {
        Versioned<S> thing = found.orElseThrow(() -> new NotFound(kind, id.value()));
        return ResponseEntity.ok().eTag(ETags.of(thing.version())).body(view.apply(thing.state()));
    }

    /**
     * Shows a thing under the address it has got.
     *
     * @param location path of the thing
     * @param shown as {@link #show} has it
     */
    public static <V> ResponseEntity<V> created(String location, ResponseEntity<V> shown) {
        return ResponseEntity.created(URI.create(location))
                .eTag(String.valueOf(shown.getHeaders().getETag()))
                .body(shown.getBody());
    }
}
