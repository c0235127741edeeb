package org.dialogue.standalone.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.Direction;
import org.dialogue.standalone.sample.SampleProgramme.Assignment;
import org.dialogue.standalone.sample.SampleProgramme.Commitment;
import org.dialogue.standalone.sample.SampleProgramme.Decision;
import org.dialogue.standalone.sample.SampleProgramme.Question;
import org.dialogue.standalone.sample.SampleProgramme.Source;
import org.jspecify.annotations.Nullable;

/** Holds a programme against itself: everything it refers to is in it, and nothing is told twice. */
final class SampleChecks {

    private final SampleProgramme programme;
    private final Set<String> units;
    private final Set<String> bodies;
    private final Set<String> people;
    private final Set<String> articles;
    private final List<String> problems = new ArrayList<>();

    private SampleChecks(SampleProgramme programme) {
        this.programme = programme;
        this.units = ids(programme.units(), SampleProgramme.Unit::unitId, "unit");
        this.bodies = ids(programme.bodies(), SampleProgramme.Body::bodyId, "body");
        this.people = ids(programme.people(), SampleProgramme.Person::username, "person");
        this.articles = programme.sources().articles().keySet();
    }

    /** {@return what is wrong, one sentence each} */
    static List<String> problems(SampleProgramme programme) {
        SampleChecks checks = new SampleChecks(programme);
        checks.directory();
        checks.sources();
        programme.questions().forEach(checks::question);
        programme.commitments().forEach(checks::commitment);
        return List.copyOf(checks.problems);
    }

    private void directory() {
        refer("programme", "body", programme.programme().host(), bodies);
        programme.units().forEach(unit -> refer("unit " + unit.unitId(), "unit", unit.parent(), units));
        for (SampleProgramme.Body body : programme.bodies()) {
            refer("body " + body.bodyId(), "unit", body.unit(), units);
            refer("body " + body.bodyId(), "person", body.head(), people);
        }
        programme.offices().forEach(office -> refer("office " + office.username(), "body", office.body(), bodies));
        for (SampleProgramme.Person person : programme.people()) {
            refer("person " + person.username(), "unit", person.unit(), units);
            refer("person " + person.username(), "body", person.body(), bodies);
        }
        ids(programme.authorities(), SampleProgramme.Authority::authorityId, "authority");
        ids(programme.questions(), Question::id, "question");
        ids(programme.commitments(), Commitment::id, "commitment");
    }

    private void sources() {
        from("the programme", programme.programme().source());
        programme.units().forEach(unit -> from("unit " + unit.unitId(), unit.articles()));
        programme.bodies().forEach(body -> from("body " + body.bodyId(), body.articles()));
        programme
                .authorities()
                .forEach(authority -> from("authority " + authority.authorityId(), authority.articles()));
        programme.people().forEach(person -> from("person " + person.username(), person.articles()));
        programme.references().forEach((key, reference) -> from("reference " + key, reference.articles()));
        programme.figures().forEach(figure -> from("figure " + figure.label().en(), figure.source()));
    }

    private void question(Question question) {
        String where = "question " + question.id();
        from(where, question.source());
        refer(where, "person", question.asker(), people);
        refer(where, "unit", question.unit(), units);
        question.references()
                .forEach(key ->
                        refer(where, "reference", key, programme.references().keySet()));
        boolean ownUnit = programme
                .person(question.asker())
                .filter(asker -> question.unit().equals(asker.unit()))
                .isPresent();
        require(
                question.direction() == Direction.TO_COMMUNE || ownUnit,
                where + ": " + question.asker() + " does not hold office in " + question.unit());
        question.assignments().forEach(share -> assignment(question, share, where));
        IntStream.rangeClosed(1, question.parts().size()).forEach(part -> leads(question, part, where));
        SampleProgramme.Conclusion conclusion = question.conclusion();
        if (conclusion != null) {
            refer(where, "person", conclusion.by(), people);
            from(where + ", conclusion", conclusion.source());
            require(
                    numbers(conclusion.parts())
                            .equals(IntStream.rangeClosed(1, question.parts().size())
                                    .boxed()
                                    .toList()),
                    where + ": the conclusion must decide on every part in order");
            require(
                    IntStream.rangeClosed(1, question.parts().size()).allMatch(question::isAnswered),
                    where + " is concluded although a part of it was not answered");
        }
    }

    private void assignment(Question question, Assignment share, String where) {
        String at = where + ", " + share.body();
        refer(where, "body", share.body(), bodies);
        refer(at, "person", share.answer().by(), people);
        from(at, share.answer().source());
        List<Integer> asked = share.parts().isEmpty()
                ? IntStream.rangeClosed(1, question.parts().size()).boxed().toList()
                : share.parts();
        require(numbers(share.answer().parts()).equals(asked), at + ": the answer must speak to the parts " + asked);
        boolean fromTheBody = programme
                .person(share.answer().by())
                .filter(person -> share.body().equals(person.body()))
                .isPresent();
        require(fromTheBody, at + ": " + share.answer().by() + " does not belong to the body");
        boolean hasDesk =
                programme.body(share.body()).filter(body -> body.desk() != null).isPresent();
        require(hasDesk, at + ": nobody is named at the body's desk");
    }

    private void leads(Question question, int part, String where) {
        long leads = question.assignments().stream()
                .filter(share -> share.covers(part) && share.role() == AnsweringRole.LEAD)
                .count();
        require(
                leads == 1 || !question.isAnswered(part),
                where + ": part " + part + " has " + leads + " leading bodies instead of one");
    }

    private void commitment(Commitment commitment) {
        String where = "commitment " + commitment.id();
        from(where, commitment.source());
        commitment.bodies().forEach(body -> refer(where, "body", body, bodies));
        refer(where, "body", commitment.assignedBy(), bodies);
        refer(where, "person", commitment.saidBy(), people);
        for (SampleProgramme.Subject subject : commitment.subjects()) {
            int parts = programme
                    .question(subject.question())
                    .map(question -> question.parts().size())
                    .orElse(0);
            require(parts > 0, where + ": there is no question " + subject.question());
            subject.parts()
                    .forEach(part -> require(
                            part >= 1 && part <= parts, where + ": " + subject.question() + " has no part " + part));
        }
        SampleProgramme.Waiting waiting = commitment.waiting();
        if (waiting != null) {
            refer(where, "person", waiting.by(), people);
            refer(
                    where,
                    "authority",
                    waiting.authority(),
                    programme.authorities().stream()
                            .map(SampleProgramme.Authority::authorityId)
                            .collect(Collectors.toSet()));
        }
    }

    private void from(String where, Source source) {
        from(where, source.articles());
    }

    private void from(String where, List<String> named) {
        require(!named.isEmpty(), where + ": no article is named");
        named.forEach(article -> refer(where, "article", article, articles));
    }

    private void refer(String where, String kind, @Nullable String id, Set<String> known) {
        require(id == null || known.contains(id), where + ": there is no " + kind + " " + id);
    }

    private void require(boolean kept, String problem) {
        if (!kept) {
            problems.add(problem);
        }
    }

    private <T> Set<String> ids(List<T> items, Function<T, String> id, String kind) {
        Set<String> ids = new HashSet<>();
        for (T item : items) {
            require(ids.add(id.apply(item)), kind + " " + id.apply(item) + " is told twice");
        }
        return ids;
    }

    private static List<Integer> numbers(List<Decision> decisions) {
        return decisions.stream().map(Decision::part).toList();
    }
}
