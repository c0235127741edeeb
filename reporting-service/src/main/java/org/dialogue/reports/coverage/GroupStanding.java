package org.dialogue.reports.coverage;

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
record GroupStanding(List<PartStanding> lead) {

    List<PartStanding> servingTo(QuestionId leadId, List<PartStanding> follower) {
        return IntStream.range(0, follower.size())
                .mapToObj(place -> {
                    List<PartStanding> served = follower.size() == lead.size() ? List.of(lead.get(place)) : lead;
                    return serving(leadId, follower.get(place), served);
                })
                .toList();
    }

    private static PartStanding serving(QuestionId leadId, PartStanding follower, List<PartStanding> served) {
        return new PartStanding(
                follower.question(),
                follower.place(),
                state(served),
                List.of(),
                List.of(),
                disposition(served),
                served.size() == 1 ? served.get(0).reasons() : null,
                served.stream().allMatch(PartStanding::concluded),
                leadId);
    }

    private static PartState state(List<PartStanding> served) {
        Set<PartState> states = new HashSet<>();
        served.forEach(part -> states.add(part.state()));
        if (states.contains(PartState.OWED)) {
            return PartState.OWED;
        }
        return states.size() == 1 ? states.iterator().next() : PartState.ANSWERED;
    }

    private static @Nullable Disposition disposition(List<PartStanding> served) {
        Set<@Nullable Disposition> dispositions = new HashSet<>();
        served.forEach(part -> dispositions.add(part.disposition()));
        return dispositions.size() == 1 ? dispositions.iterator().next() : null;
    }
}
