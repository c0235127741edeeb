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
    record Sources(String publisher, Map<String, String> articles) {}

    /**
     * Which articles say so.
     *
     * @param note what to know when reading them, such as where they differ
     */
    record Source(List<String> articles, @Nullable String note) {}

    record Name(String vi, String en) {}

    /** What is announced: the programme itself. */
    public record Announcement(String programmeId, int year, Name title, String host, Source source) {}

    record Unit(
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
    record Body(
            String bodyId,
            Name name,
            BodyKind kind,
            List<String> aliases,
            @Nullable String unit,
            @Nullable String head,
            @Nullable String desk,
            List<String> articles) {

        Body {
            aliases = Lists.copy(aliases);
        }
    }

    record Authority(String authorityId, Name name, List<String> articles) {}

    /**
     * Somebody named in the articles.
     *
     * @param username what the person signs in with, and is called by everywhere else in the programme
     */
    record Person(
            String username,
            String name,
            String office,
            @Nullable String unit,
            @Nullable String body,
            List<String> articles) {}

    record Office(String username, String office, String body) {}

    record Reference(
            String number,
            String title,
            @Nullable String issuer,
            @Nullable LocalDate issuedOn,
            List<String> articles) {}

    record Figure(Name label, BigDecimal value, String unit, boolean approximate, Source source) {}

    /** What somebody asked, and what became of it as far as the articles tell. */
    record Question(
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

        Question {
            references = Lists.copy(references);
            assignments = Lists.copy(assignments);
        }

        /** {@return whether a body was heard to answer this part} */
        boolean isAnswered(int part) {
            return assignments.stream().anyMatch(share -> share.covers(part));
        }
    }

    record Part(String text, List<String> topics) {}

    /**
     * One body's share.
     *
     * @param parts the parts it answers; none for all
     */
    record Assignment(String body, AnsweringRole role, List<Integer> parts, Answer answer) {

        Assignment {
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
    record Answer(String by, List<Decision> parts, Source source) {}

    /** What was said to one part, as an answer or as a conclusion. */
    record Decision(int part, Disposition disposition, String text) {}

    /**
     * What the leadership decided.
     *
     * @param by the person who decided
     */
    record Conclusion(String by, List<Decision> parts, Source source) {}

    /**
     * A promise.
     *
     * @param saidBy who gave it; absent where the secretariat puts it on record for those who are not quoted
     * @param waiting for whom it waits, if it does
     */
    record Commitment(
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

        Commitment {
            milestones = Lists.copy(milestones);
        }
    }

    record Subject(String question, List<Integer> parts) {}

    record Measure(String unit, BigDecimal baseline, BigDecimal target) {}

    record Milestone(String id, String text) {}

    /**
     * A wait for a higher authority.
     *
     * @param by the person who says so
     */
    record Waiting(String authority, String by, String text) {}

    /**
     * The same asked, answered and promised in another year.
     *
     * @param programmeId not this one's
     */
    public SampleProgramme repeated(String programmeId, int year) {
        var another = new Announcement(programmeId, year, programme.title(), programme.host(), programme.source());
        return new SampleProgramme(
                sources,
                another,
                units,
                bodies,
                authorities,
                people,
                offices,
                references,
                figures,
                questions,
                commitments);
    }

    Optional<Person> person(String username) {
        return people.stream()
                .filter(person -> person.username().equals(username))
                .findFirst();
    }

    Optional<Body> body(String bodyId) {
        return bodies.stream().filter(body -> body.bodyId().equals(bodyId)).findFirst();
    }

    Optional<Reference> reference(String key) {
        return Optional.ofNullable(references.get(key));
    }

    Optional<Question> question(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }
}
