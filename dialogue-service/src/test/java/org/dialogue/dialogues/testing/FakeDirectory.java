package org.dialogue.dialogues.testing;

import java.util.List;
import java.util.Optional;
import org.dialogue.dialogues.directory.AuthorityEntry;
import org.dialogue.dialogues.directory.BodyEntry;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.directory.UnitEntry;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.directory.UnitKind;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.history.Versioned;

/** A directory in which everything is found but what is called {@code unknown}; {@code nghe-an} is the province. */
public final class FakeDirectory implements Directory {

    private static final BilingualName NAME = new BilingualName("ten", "name");

    @Override
    public Optional<Versioned<UnitEntry>> unit(UnitId id) {
        UnitKind kind = id.value().equals("nghe-an") ? UnitKind.PROVINCE : UnitKind.COMMUNE;
        return found(id.value(), new UnitEntry(id, NAME, kind, null));
    }

    @Override
    public Optional<Versioned<BodyEntry>> body(BodyId id) {
        return found(id.value(), new BodyEntry(id, NAME, BodyKind.DEPARTMENT, List.of(), null, null));
    }

    @Override
    public Optional<Versioned<AuthorityEntry>> authority(AuthorityId id) {
        return found(id.value(), new AuthorityEntry(id, NAME));
    }

    private static <T> Optional<Versioned<T>> found(String id, T entry) {
        return id.equals("unknown") ? Optional.empty() : Optional.of(new Versioned<>(entry, 0));
    }
}
