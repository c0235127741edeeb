package org.dialogue.dialogues.question.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.question.web.QuestionRequest.AttachmentInput;
import org.dialogue.dialogues.question.web.QuestionRequest.PartInput;
import org.dialogue.dialogues.question.web.QuestionRequest.VisibilityInput;
import org.dialogue.events.question.Attachment;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.rules.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what annotations cannot say about a question to be raised. */
@Component
class RaisingInput {

    private final Directory directory;

    RaisingInput(Directory directory) {
        this.directory = directory;
    }

    void mustBeACommune(UnitId unit) {
        if (!directory.unitIn("unit", unit).kind().isCommuneLevel()) {
            throw new InvalidInput("unit", "commune-level", "the dialogue is with communes, wards and their like");
        }
    }

    List<QuestionPart> partsOf(List<PartInput> given) {
        List<QuestionPart> parts = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            PartInput part = given.get(i);
            if (part.number() != null && part.number() != i + 1) {
                throw new InvalidInput(
                        "parts[" + i + "].number", "in-order", "parts are numbered from 1 in the order given");
            }
            parts.add(new QuestionPart(i + 1, part.text(), Lists.copy(part.topics())));
        }
        return parts;
    }

    List<Attachment> attachmentsOf(@Nullable List<AttachmentInput> given) {
        List<Attachment> attachments =
                Lists.copy(given).stream().map(AttachmentInput::asAttachment).toList();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < attachments.size(); i++) {
            if (!ids.add(attachments.get(i).id())) {
                throw new InvalidInput("attachments[" + i + "].id", "unique", "two attachments have the same id");
            }
        }
        return attachments;
    }

    Visibility visibilityOf(@Nullable VisibilityInput given) {
        if (given == null) {
            return Visibility.toEverybody();
        }
        List<BodyId> bodies = Lists.copy(given.bodies());
        if ((given.kind() == Visibility.Kind.RESTRICTED) == bodies.isEmpty()) {
            throw new InvalidInput(
                    "visibility.bodies",
                    "named-exactly-when-restricted",
                    "bodies are named exactly when the visibility is RESTRICTED");
        }
        for (int i = 0; i < bodies.size(); i++) {
            directory.bodyIn("visibility.bodies[" + i + "]", bodies.get(i));
        }
        return new Visibility(given.kind(), bodies);
    }
}
