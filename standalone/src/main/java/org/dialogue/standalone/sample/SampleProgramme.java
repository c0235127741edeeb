package org.dialogue.standalone.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.directory.UnitKind;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.Direction;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.Lists;
import org.jspecify.annotations.Nullable;

/**
 * A programme as its file tells it: who there is, what was asked, answered and promised, and which article says so.
 *
 * @param references the regulations that questions refer to, by a key of the file
 */
public record SampleProgramme(
        Sources sources,
        Announcement programme,
        List<Unit> units,
        List<Body> bodies,
        List<Authority> authorities,
        List<Person> people,
        List<Office> offices,
        Map<String, Reference> references,
        List<Figure> figures,
        List<Question> questions,
        List<Commitment> commitments) {

    /**
     * What the programme was told by.
     *
     * @param articles what each article is about, by its number
     */
    public record Sources(String publisher, Map<String, String> articles) {}

    /**
     * Which articles say so.
     *
     * @param note what to know when reading them, such as where they differ
     */
    public record Source(List<String> articles, @Nullable String note) {}

    /** A name in both languages. */
    public record Name(String vi, String en) {}

    /** The programme itself. */
    public record Announcement(String programmeId, int year, Name title, String host, Source source) {}

    /** An administrative unit. */
    public record Unit(
            String unitId,
            Name name,
            UnitKind kind,
            @Nullable String parent,
            List<String> articles) {}

    /**
     * An answering body.
     *
     * @param head the person on record as its head
     * @param desk the demo person who accepts and drafts for it
     */
    public record Body(
            String bodyId,
            Name name,
            BodyKind kind,
            List<String> aliases,
            @Nullable String unit,
            @Nullable String head,
            @Nullable String desk,
            List<String> articles) {

        /** Bodies may have no aliases. */
        public Body {
            aliases = Lists.copy(aliases);
        }
    }

    /** A higher authority. */
    public record Authority(String authorityId, Name name, List<String> articles) {}

    /**
     * Somebody named in the articles.
     *
     * @param username what the person signs in with, and is called by everywhere else in the programme
     */
    public record Person(
            String username,
            String name,
            String office,
            @Nullable String unit,
            @Nullable String body,
            List<String> articles) {}

    /** Who heads a body in this demonstration, where the articles name nobody. */
    public record Office(String username, String office, String body) {}

    /** A regulation. */
    public record Reference(
            String number,
            String title,
            @Nullable String issuer,
            @Nullable LocalDate issuedOn,
            List<String> articles) {}

    /** A number stated at the session. */
    public record Figure(Name label, BigDecimal value, String unit, boolean approximate, Source source) {}

    /** What somebody asked, and what became of it as far as the articles tell. */
    public record Question(
            String id,
            Direction direction,
            String asker,
            String unit,
            List<String> topics,
            String text,
            List<Part> parts,
            List<String> references,
            Source source,
            List<Assignment> assignments,
            @Nullable Conclusion conclusion) {

        /** What no answer is reported to has no assignments; few questions refer to regulations. */
        public Question {
            references = Lists.copy(references);
            assignments = Lists.copy(assignments);
        }

        /** {@return whether a body was heard to answer this part} */
        boolean isAnswered(int part) {
            return assignments.stream().anyMatch(share -> share.covers(part));
        }
    }

    /** One thing asked; numbered by its place. */
    public record Part(String text, List<String> topics) {}

    /**
     * One body's share.
     *
     * @param parts the parts it answers; none for all
     */
    public record Assignment(String body, AnsweringRole role, List<Integer> parts, Answer answer) {

        /** Most shares are the whole question. */
        public Assignment {
            parts = Lists.copy(parts);
        }

        boolean covers(int part) {
            return parts.isEmpty() || parts.contains(part);
        }
    }

    /**
     * What was answered.
     *
     * @param by the person who clears and gives the answer
     */
    public record Answer(String by, List<Decision> parts, Source source) {}

    /** What was said to one part, as an answer or as a conclusion. */
    public record Decision(int part, Disposition disposition, String text) {}

    /**
     * What the leadership decided.
     *
     * @param by the person who decided
     */
    public record Conclusion(String by, List<Decision> parts, Source source) {}

    /**
     * A promise.
     *
     * @param saidBy who gave it; absent where the secretariat puts it on record for those who are not quoted
     * @param waiting for whom it waits, if it does
     */
    public record Commitment(
            String id,
            List<Subject> subjects,
            CommittedBy committedBy,
            List<String> bodies,
            @Nullable String assignedBy,
            @Nullable String saidBy,
            String text,
            @Nullable Measure measure,
            List<Milestone> milestones,
            @Nullable Waiting waiting,
            Source source) {

        /** Few promises have milestones. */
        public Commitment {
            milestones = Lists.copy(milestones);
        }
    }

    /** What a promise follows from. */
    public record Subject(String question, List<Integer> parts) {}

    /** A promise in numbers. */
    public record Measure(String unit, BigDecimal baseline, BigDecimal target) {}

    /** A step on the way. */
    public record Milestone(String id, String text) {}

    /**
     * A wait for a higher authority.
     *
     * @param by the person who says so
     */
    public record Waiting(String authority, String by, String text) {}

    /** {@return the person who signs in so} */
    Optional<Person> person(String username) {
        return people.stream()
                .filter(person -> person.username().equals(username))
                .findFirst();
    }

    /** {@return the body by that code} */
    Optional<Body> body(String bodyId) {
        return bodies.stream().filter(body -> body.bodyId().equals(bodyId)).findFirst();
    }

    /** {@return the regulation by its key in the file} */
    Optional<Reference> reference(String key) {
        return Optional.ofNullable(references.get(key));
    }

    /** {@return the question by its mark, such as P4} */
    Optional<Question> question(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }
}
