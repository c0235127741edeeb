package org.dialogue.ledger.spring;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;

/** An application that has Axon, MongoDB and web pages, and says nothing of ledgers. */
@SpringBootApplication
class ThingApplication {

    /** A view, as such an application has them. */
    @Component
    @ProcessingGroup("things-begun")
    static class ThingsBegun {

        private final List<String> ids = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(Thing.Begun event) {
            ids.add(event.id());
        }

        List<String> ids() {
            return ids;
        }
    }
}
