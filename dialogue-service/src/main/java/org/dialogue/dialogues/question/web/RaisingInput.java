package org.dialogue.dialogues.question.web;

import java.util.ArrayList;
import java.util.List;
import org.dialogue.dialogues.question.web.QuestionRequest.AttachmentInput;
import org.dialogue.dialogues.question.web.QuestionRequest.PartInput;
import org.dialogue.dialogues.question.web.QuestionRequest.VisibilityInput;
import org.dialogue.events.question.Attachment;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.Lists;
import org.jspecify.annotations.Nullable;

/** Reads what is given of a question to be raised, and fills in what is left out. */
final class RaisingInput {

    private RaisingInput() {}

    static List<QuestionPart> partsOf(List<PartInput> given) {
        List<QuestionPart> parts = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            PartInput part = given.get(i);
            parts.add(new QuestionPart(
                    part.number() == null ? i + 1 : part.number(), part.text(), Lists.copy(part.topics())));
        }
        return parts;
    }

    static List<Attachment> attachmentsOf(@Nullable List<AttachmentInput> given) {
        return Lists.copy(given).stream().map(AttachmentInput::asAttachment).toList();
    }

    static Visibility visibilityOf(@Nullable VisibilityInput given) {
        return given == null ? new Visibility(Visibility.Kind.INTERNAL, List.of()) : given.asVisibility();
    }
}
