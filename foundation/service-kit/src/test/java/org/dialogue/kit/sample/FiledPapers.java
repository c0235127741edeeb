package org.dialogue.kit.sample;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.springframework.stereotype.Component;

/** A view of the service's own events. */
@Component
@ProcessingGroup("filed-papers")
public class FiledPapers {

    public final List<String> ids = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(QuestionWithdrawn event) {
        ids.add(event.questionId().value());
    }
}
