package org.dialogue.answers.assignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.Violation;

/** Which parts an answer speaks to. */
final class AnswerParts {

    private AnswerParts() {}

    /**
     * Insists that an answer speaks to each of its parts once, only to parts it may, and to all it must.
     *
     * @param parts the answer
     * @param allowed whether the answer may speak to a part
     * @param needed the parts that it must speak to
     * @throws InvalidInput naming every part that is too many or missing
     */
    static void check(List<PartAnswer> parts, IntPredicate allowed, Set<Integer> needed) {
        List<Violation> violations = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            int part = parts.get(i).part();
            String field = "parts[" + i + "].part";
            if (!allowed.test(part)) {
                violations.add(new Violation(field, "part-not-here", "part " + part + " is not for this answer"));
            } else if (!seen.add(part)) {
                violations.add(new Violation(field, "part-twice", "part " + part + " is answered twice"));
            }
        }
        needed.stream()
                .filter(part -> !seen.contains(part))
                .map(part -> new Violation("parts", "part-missing", "part " + part + " has no answer"))
                .forEach(violations::add);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }
}
