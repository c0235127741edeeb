package org.dialogue.dialogues.people;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.events.people.PersonEvent.PersonNameErased;
import org.springframework.stereotype.Component;

/** Carries out an erasure on record; it is tried again until the registry has forgotten the name. */
@Component
@ProcessingGroup("name-erasure")
class WhenNameErasedThenForgetIt {

    private final NameRegistry names;

    WhenNameErasedThenForgetIt(NameRegistry names) {
        this.names = names;
    }

    @EventHandler
    void on(PersonNameErased event) {
        names.erase(event.personId());
    }
}
