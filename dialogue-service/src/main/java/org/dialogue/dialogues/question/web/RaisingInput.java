package org.dialogue.dialogues.question.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dialogue.dialogues.question.web.QuestionRequest.AttachmentInput;
import org.dialogue.dialogues.question.web.QuestionRequest.PartInput;
import org.dialogue.dialogues.question.web.QuestionRequest.VisibilityInput;
import org.dialogue.events.question.Attachment;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.kit.rules.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Checks what annotations cannot say about a question to be raised. */
final class RaisingInput {

    private RaisingInput() {}

    static List<QuestionPart> partsOf(List<PartInput> given) {
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

    static List<Attachment> attachmentsOf(@Nullable List<AttachmentInput> given) {
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

    static Visibility visibilityOf(@Nullable VisibilityInput given) {
        return given == null ? new Visibility(Visibility.Kind.INTERNAL, List.of()) : given.asVisibility();
    }
}
