package org.dialogue.dialogues.question.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dialogue.dialogues.question.QuestionCommand.PartCorrection;
import org.dialogue.dialogues.web.SourceInput;
import org.dialogue.events.question.Attachment;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.RegulationReference;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.rules.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What is asked about a question as a whole. */
sealed interface QuestionRequest {

    /**
     * @param asker by default the caller
     * @param visibility by default {@code INTERNAL}
     */
    record Raising(
            @Nullable QuestionId questionId,
            @NotNull ProgrammeId programmeId,
            @NotNull Direction direction,
            @Nullable PersonId asker,
            @NotNull UnitId unit,
            @NotBlank @Size(max = 10_000) String text,
            @NotEmpty @Size(max = 20) List<@NotNull @Valid PartInput> parts,

            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> topics,

            @Nullable @Size(max = 50) List<@NotNull @Valid ReferenceInput> references,
            @Nullable @Valid SourceInput source,
            @Nullable @Size(max = 50) List<@NotNull @Valid AttachmentInput> attachments,
            @Nullable @Valid VisibilityInput visibility,
            @Nullable Instant happenedAt)
            implements QuestionRequest {}

    /**
     * What is put right; what is left out stays.
     *
     * @param parts the parts to be put right
     */
    record QuestionCorrection(
            @Nullable @Size(min = 1, max = 10_000) String text,
            @Nullable @Size(max = 20) List<@NotNull @Valid PartCorrectionInput> parts,

            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> topics,

            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant happenedAt)
            implements QuestionRequest {}

    record QuestionVisibility(
            @NotNull @Valid VisibilityInput visibility,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant happenedAt)
            implements QuestionRequest {}

    record QuestionCarryOver(
            @NotNull ProgrammeId programmeId,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant happenedAt) implements QuestionRequest {}

    record QuestionGrouping(
            @NotNull QuestionId lead, @Nullable Instant happenedAt) implements QuestionRequest {}

    record QuestionConclusion(
            @NotEmpty @Size(max = 20) List<@NotNull @Valid ConclusionInput> conclusions,
            @Nullable Instant happenedAt) implements QuestionRequest {}

    record ConclusionCorrection(
            @NotEmpty @Size(max = 20) List<@NotNull @Valid ConclusionInput> conclusions,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant happenedAt)
            implements QuestionRequest {}

    record QuestionReopening(
            @NotEmpty @Size(max = 20) List<@NotNull Integer> parts,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant happenedAt)
            implements QuestionRequest {}

    record QuestionWithdrawal(
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant happenedAt) implements QuestionRequest {}

    /**
     * How a withdrawal is put right.
     *
     * @param withdrawn whether the question stays withdrawn; if not, it stands where it stood before
     * @param text why it was withdrawn, in the right words; given exactly when it stays withdrawn
     */
    record QuestionWithdrawalCorrection(
            @NotNull Boolean withdrawn,
            @Nullable @Size(min = 1, max = 2000) String text,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant happenedAt)
            implements QuestionRequest {}

    /** One part to be put right; what is left out stays. */
    record PartCorrectionInput(
            @NotNull Integer number,
            @Nullable @Size(min = 1, max = 10_000) String text,

            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> topics) {

        PartCorrection asCorrection() {
            return new PartCorrection(number, text, topics);
        }
    }

    /**
     * One thing asked.
     *
     * @param number its place, from 1; may be left out
     */
    record PartInput(
            @Nullable Integer number,
            @NotBlank @Size(max = 10_000) String text,

            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> topics) {}

    /** A regulation that the question refers to. */
    record ReferenceInput(
            @NotBlank @Size(max = 500) String number,
            @NotBlank @Size(max = 500) String title,
            @Nullable @Size(max = 500) String issuer,
            @Nullable LocalDate issuedOn) {

        RegulationReference asReference() {
            return new RegulationReference(number, title, issuer, issuedOn);
        }
    }

    /** A file handed in, described. */
    record AttachmentInput(
            @NotBlank @Size(max = 64) String id,
            @NotBlank @Size(max = 500) String fileName,

            @NotNull @Pattern(regexp = "[\\w.+-]{1,60}/[\\w.+-]{1,60}", message = "{media-type}")
            String mediaType,

            @NotNull @PositiveOrZero Long sizeBytes,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "{sha-256}")
            String sha256) {

        Attachment asAttachment() {
            return new Attachment(id, fileName, mediaType, sizeBytes, sha256);
        }
    }

    /** Who may read. */
    record VisibilityInput(
            @NotNull Visibility.Kind kind,
            @Nullable @Size(max = 50) List<@NotNull BodyId> bodies) {

        Visibility asVisibility() {
            List<BodyId> named = Lists.copy(bodies);
            if ((kind == Visibility.Kind.RESTRICTED) == named.isEmpty()) {
                throw new InvalidInput(
                        "visibility.bodies",
                        "named-exactly-when-restricted",
                        "bodies are named exactly when the visibility is RESTRICTED");
            }
            return new Visibility(kind, named);
        }
    }

    /** What the chair decided on one part. */
    record ConclusionInput(
            @NotNull Integer part,
            @NotNull Disposition disposition,
            @NotBlank @Size(max = 10_000) String text) {

        PartConclusion asConclusion() {
            return new PartConclusion(part, disposition, text);
        }
    }
}
