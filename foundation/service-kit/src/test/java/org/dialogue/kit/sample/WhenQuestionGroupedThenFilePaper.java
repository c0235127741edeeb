package org.dialogue.kit.sample;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.consuming.Inbound;
import org.dialogue.kit.sample.PaperCommand.FilePaper;
import org.springframework.stereotype.Component;

/** Fails for the questions that a test says it should fail for. */
@Component
@Inbound
@ProcessingGroup("grouped-papers")
public class WhenQuestionGroupedThenFilePaper {

    public final Set<String> failing = ConcurrentHashMap.newKeySet();
    public final List<String> handled = new CopyOnWriteArrayList<>();

    private final CommandDispatch commands;

    WhenQuestionGroupedThenFilePaper(CommandDispatch commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(QuestionGrouped event) {
        if (failing.contains(event.questionId().value())) {
            throw new IllegalStateException("told to fail for " + event.questionId());
        }
        commands.send(new FilePaper(event.questionId(), "grouped", event.happenedAt()));
        handled.add(event.questionId().value() + "/" + event.lead().value());
    }
}
