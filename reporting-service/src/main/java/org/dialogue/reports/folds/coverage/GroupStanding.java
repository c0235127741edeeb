package org.dialogue.reports.folds.coverage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.QuestionId;
import org.jspecify.annotations.Nullable;

/**
 * What the lead of a group tells of the questions it leads. One with as many parts follows it part by part; any other
 * follows it as a whole: owed while anything of the lead is, and then what all of its parts are, or simply answered where
 * those differ.
 */
record GroupStanding(List<PartStatus> lead) {

    List<PartStatus> servingTo(QuestionId leadId, List<PartStatus> follower) {
        return IntStream.range(0, follower.size())
                .mapToObj(place -> {
                    List<PartStatus> served = follower.size() == lead.size() ? List.of(lead.get(place)) : lead;
                    return serving(leadId, follower.get(place), served);
                })
                .toList();
    }

    private static PartStatus serving(QuestionId leadId, PartStatus follower, List<PartStatus> served) {
        return new PartStatus(
                follower.question(),
                follower.place(),
                state(served),
                List.of(),
                List.of(),
                disposition(served),
                served.size() == 1 ? served.get(0).reasons() : null,
                served.stream().allMatch(PartStatus::concluded),
                leadId);
    }

    private static PartState state(List<PartStatus> served) {
        Set<PartState> states = new HashSet<>();
        served.forEach(part -> states.add(part.state()));
        if (states.contains(PartState.OWED)) {
            return PartState.OWED;
        }
        return states.size() == 1 ? states.iterator().next() : PartState.ANSWERED;
    }

    private static @Nullable Disposition disposition(List<PartStatus> served) {
        Set<@Nullable Disposition> dispositions = new HashSet<>();
        served.forEach(part -> dispositions.add(part.disposition()));
        return dispositions.size() == 1 ? dispositions.iterator().next() : null;
    }
}
