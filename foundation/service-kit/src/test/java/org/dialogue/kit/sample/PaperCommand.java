package org.dialogue.kit.sample;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.AllowedTo;
import org.dialogue.kit.access.Role;

public sealed interface PaperCommand {

    QuestionId id();

    @AllowedTo({Role.SECRETARIAT, Role.SYSTEM})
    record FilePaper(@TargetAggregateIdentifier QuestionId id, String reason, Instant at) implements PaperCommand {}

    @AllowedTo(Role.SECRETARIAT)
    record AmendPaper(@TargetAggregateIdentifier QuestionId id, String reason, Instant at) implements PaperCommand {}

    /** Does nothing if that is what it says already. */
    @AllowedTo(Role.SECRETARIAT)
    record LabelPaper(@TargetAggregateIdentifier QuestionId id, String reason, Instant at) implements PaperCommand {}

    /** Says nothing of who may give it. */
    record ShredPaper(@TargetAggregateIdentifier QuestionId id) implements PaperCommand {}
}
