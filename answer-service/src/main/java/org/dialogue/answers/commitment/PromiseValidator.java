package org.dialogue.answers.commitment;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dialogue.events.commitment.EvidenceLink;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.Milestone;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.Plausible;
import org.jspecify.annotations.Nullable;

/** Checks that a promise makes sense in itself: its dates, its numbers, its milestones, its evidence. */
final class PromiseValidator {

    private PromiseValidator() {}

    /** Nothing can be due before it was promised, nor when nobody will remember it. */
    static void checkDue(Due due, String field, LocalDate promisedOn, Findings findings) {
        LocalDate latest = Plausible.latestAhead(promisedOn);
        LocalDate date = due.date();
        findings.require(
                        !due.isPast(promisedOn),
                        field + ".date",
                        "not-before-promise",
                        "the day cannot lie before " + promisedOn + ", when it was promised",
                        promisedOn)
                .require(
                        date == null || !date.isAfter(latest),
                        field + ".date",
                        "too-far-ahead",
                        "the day can lie at most " + Plausible.MOST_YEARS_AHEAD + " years ahead, on " + latest
                                + " at the latest",
                        Plausible.MOST_YEARS_AHEAD,
                        latest);
    }

    /** A measure has somewhere to go, and stands at a number of its kind. */
    static void checkMeasure(@Nullable Measure measure, Findings findings) {
        if (measure != null) {
            findings.require(
                    measure.target().compareTo(measure.baseline()) != 0,
                    "measure.target",
                    "target-differs",
                    "the target must differ from the baseline, such as 25 from 10");
            checkNumber(measure.current(), measure, "measure.current", findings);
        }
    }

    /**
     * Of what is counted from a number that is not negative to another, there are never fewer than none. A number beyond the
     * target, or behind the baseline, is news and no mistake.
     */
    static void checkNumber(@Nullable BigDecimal number, Measure measure, String field, Findings findings) {
        boolean mayBeNegative =
                measure.baseline().signum() < 0 || measure.target().signum() < 0;
        findings.require(
                number == null || mayBeNegative || number.signum() >= 0,
                field,
                "not-negative",
                "there cannot be fewer than 0 " + measure.unit(),
                measure.unit());
    }

    /** Milestones are told apart, and none is due after the whole. */
    static void checkMilestones(List<Milestone> milestones, Due whole, LocalDate promisedOn, Findings findings) {
        LocalDate end = whole.date();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < milestones.size(); i++) {
            Milestone milestone = milestones.get(i);
            LocalDate date = milestone.due().date();
            String field = "milestones[" + i + "]";
            findings.require(seen.add(milestone.id()), field + ".id", "milestone-twice", "two milestones share this id")
                    .require(
                            date == null || end == null || !date.isAfter(end),
                            field + ".due.date",
                            "not-after-whole",
                            "is due after the commitment itself");
            checkDue(milestone.due(), field + ".due", promisedOn, findings);
        }
    }

    /** Evidence is named by addresses that anybody can open. */
    static void checkEvidence(List<EvidenceLink> evidence, Findings findings) {
        for (int i = 0; i < evidence.size(); i++) {
            findings.require(
                    isWebAddress(evidence.get(i).url()),
                    "evidence[" + i + "].url",
                    "http-url",
                    "must be an absolute http or https address, such as https://nghean.gov.vn/bao-cao");
        }
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
