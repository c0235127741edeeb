package org.dialogue.kit.web;

import java.util.List;
import org.dialogue.kit.rules.Violation;
import org.springframework.http.ProblemDetail;

/** A problem in English that can be told in another language. */
final class Problem extends ProblemDetail {

    private final transient String wording;
    private final transient List<Object> arguments;
    private final transient List<Violation> violations;

    Problem(ProblemDetail english, String wording, List<Object> arguments, List<Violation> violations) {
        super(english);
        this.wording = wording;
        this.arguments = List.copyOf(arguments);
        this.violations = List.copyOf(violations);
    }

    List<Violation> violations() {
        return violations;
    }

    /** The same problem in a language; a sentence that it lacks stays English. */
    ProblemDetail in(Language language, Wordings wordings) {
        ProblemDetail told = plain();
        if (language == Language.ENGLISH) {
            return told;
        }
        wordings.find(language, "title." + getStatus(), List.of()).ifPresent(told::setTitle);
        if (violations.isEmpty()) {
            wordings.find(language, wording, arguments).ifPresent(told::setDetail);
            return told;
        }
        List<Violation> translated = violations.stream()
                .map(violation -> translated(violation, language, wordings))
                .toList();
        told.setProperty("errors", translated);
        told.setDetail(
                translated.size() == 1
                        ? Problems.sentence(translated.get(0))
                        : wordings.find(language, "several", List.of(translated.size()))
                                .orElse(getDetail()));
        return told;
    }

    private ProblemDetail plain() {
        ProblemDetail plain = ProblemDetail.forStatus(getStatus());
        plain.setType(getType());
        plain.setTitle(getTitle());
        plain.setDetail(getDetail());
        plain.setInstance(getInstance());
        if (getProperties() != null) {
            getProperties().forEach(plain::setProperty);
        }
        return plain;
    }

    private static Violation translated(Violation violation, Language language, Wordings wordings) {
        String detail = wordings.find(language, violation.wording(), violation.arguments())
                .or(() -> wordings.find(language, violation.rule(), violation.arguments()))
                .orElse(violation.detail());
        return new Violation(violation.field(), violation.rule(), detail);
    }
}
