package org.dialogue.answers.commitment;

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
import org.jspecify.annotations.Nullable;

/** Checks that a promise makes sense in itself: its dates, its numbers, its milestones, its evidence. */
final class CheckingPromises {

    private CheckingPromises() {}

    /** Nothing can be due before it was promised. */
    static void checkDue(Due due, String field, LocalDate promisedOn, Findings findings) {
        findings.require(
                !due.isPast(promisedOn), field + ".date", "not-before-promise", "is due before it was promised");
    }

    /** A measure has somewhere to go. */
    static void checkMeasure(@Nullable Measure measure, Findings findings) {
        if (measure != null) {
            findings.require(
                    measure.target().compareTo(measure.baseline()) != 0,
                    "measure.target",
                    "target-differs",
                    "the target must differ from the baseline");
        }
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
                    "must be an absolute http or https address");
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
