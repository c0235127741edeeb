package org.dialogue.kit.sample;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dialogue.kit.consuming.InboundHandler;
import org.dialogue.kit.consuming.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Takes events as they arrived. */
@Component
public class RawCopies implements InboundHandler {

    public final List<ReceivedEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "raw-copies";
    }

    @Override
    public void handle(ReceivedEvent event) {
        events.add(event);
    }
}
