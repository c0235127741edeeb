package org.dialogue.answers.assignment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.InvalidInput;

/** Which parts an answer speaks to. */
final class AnswerParts {

    private AnswerParts() {}

    /**
     * Insists that an answer speaks to each of its parts once, only to parts it may, and to all it must.
     *
     * @param parts the numbers of the parts it speaks to, in its order
     * @param allowed whether the answer may speak to a part
     * @param needed the parts that it must speak to
     * @throws InvalidInput naming every part that is too many or missing
     */
    static void check(List<Integer> parts, IntPredicate allowed, List<Integer> needed) {
        Findings findings = new Findings();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            int part = parts.get(i);
            String field = "parts[" + i + "].part";
            findings.require(
                            allowed.test(part),
                            field,
                            "part-not-here",
                            "part " + part + " is not for this answer",
                            part)
                    .require(seen.add(part), field, "part-twice", "part " + part + " is answered twice", part);
        }
        needed.forEach(part -> findings.require(
                seen.contains(part), "parts", "part-missing", "part " + part + " has no answer", part));
        findings.refuseIfAny();
    }
}
