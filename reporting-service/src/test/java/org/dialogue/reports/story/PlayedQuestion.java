package org.dialogue.reports.story;

import static org.dialogue.reports.story.Sample.day;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentClosed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentPartsTransferred;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentResumed;
import org.dialogue.events.assignment.ClosingReason;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.question.QuestionEvent.QuestionAnswered;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionCarriedOver;
import org.dialogue.events.question.QuestionEvent.QuestionConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionConclusionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionFollowerAdded;
import org.dialogue.events.question.QuestionEvent.QuestionFollowerReleased;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionPartsConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.question.QuestionEvent.QuestionUngrouped;
import org.dialogue.events.question.QuestionEvent.QuestionVisibilityChanged;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawalCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.story.PlayedPart.Standing;
import org.jspecify.annotations.Nullable;

/** A question as it is played: takes the steps that the services allow, and accounts for what each part comes to. */
final class PlayedQuestion {

    private static final List<BodyId> BODIES = List.of(Sample.HOME_AFFAIRS, Sample.POLICE, Sample.STANDING_COMMITTEE);
    private static final List<Disposition> DISPOSITIONS = List.of(Disposition.values());

    private final QuestionId id;
    private final int number;
    private final Dice dice;
    private final Story story;
    private final Map<Integer, String> texts = new TreeMap<>();
    private final List<PlayedShare> shares = new ArrayList<>();
    private final Map<Integer, Disposition> conclusions = new TreeMap<>();
    private final Set<PlayedQuestion> followers = new HashSet<>();
    private @Nullable PlayedQuestion lead;
    private ProgrammeId programme;
    private Visibility.Kind readers = Visibility.Kind.PUBLIC;
    private int rounds;
    private boolean toldAnswered;
    private boolean everConcluded;
    private boolean withdrawn;

    /** @param number its running number within the programme in which it is raised */
    PlayedQuestion(QuestionRaised raised, int number, Dice dice, Story story) {
        this.id = raised.questionId();
        this.programme = raised.programmeId();
        this.number = number;
        this.dice = dice;
        this.story = story;
        raised.parts().forEach(part -> texts.put(part.number(), part.text()));
        story.then(raised);
    }

    QuestionId id() {
        return id;
    }

    /** Takes a step, if the one that is drawn can be taken. */
    void step(List<PlayedQuestion> others) {
        switch (dice.below(26)) {
            case 0 -> correctWords();
            case 1 -> changeReaders();
            case 2 -> carryOver();
            case 3, 4 -> regroup(others);
            case 5 -> {
                if (withdrawn) {
                    putWithdrawalRight();
                } else {
                    withdraw();
                }
            }
            default -> {
                if (withdrawn) {
                    putWithdrawalRightSometimes();
                } else if (lead == null) {
                    getAnswered();
                }
            }
        }
    }

    private void getAnswered() {
        switch (dice.below(14)) {
            case 0, 1 -> conclude();
            case 2 -> correctConclusions();
            case 3 -> reopen();
            case 4 -> assign();
            case 5, 6 -> transfer();
            default -> {
                List<PlayedShare> live = live().toList();
                if (live.isEmpty()) {
                    assign();
                } else {
                    dice.pick(live).work();
                    tellWhetherAnswered();
                }
            }
        }
    }

    private void assign() {
        List<Integer> free =
                numbers().filter(part -> covering(part).findAny().isEmpty()).toList();
        if (!free.isEmpty()) {
            List<Integer> chosen = dice.some(free);
            if (!dice.onceIn(3)) {
                open(dice.pick(BODIES), AnsweringRole.LEAD, chosen);
            } else {
                chosen.forEach(part -> open(dice.pick(BODIES), AnsweringRole.LEAD, List.of(part)));
            }
            return;
        }
        List<Integer> chosen = dice.some(
                numbers().filter(part -> !conclusions.containsKey(part)).toList());
        List<BodyId> others = BODIES.stream()
                .filter(body -> chosen.stream().noneMatch(part -> isAsked(body, part)))
                .toList();
        if (!chosen.isEmpty() && !others.isEmpty()) {
            open(dice.pick(others), AnsweringRole.COORDINATING, chosen);
        }
    }

    private void open(BodyId body, AnsweringRole role, List<Integer> parts) {
        QuestionAssigned assigned = new QuestionAssigned(
                id, programme, new AssignmentId(dice.id("s")), body, role, parts, Due.noneSet(), day(2), null, day(2));
        toldAnswered = false;
        shares.add(new PlayedShare(assigned, dice, story));
        story.then(assigned, Sample.opened(assigned));
    }

    /** Sometimes the body answers, or hands back, what has just passed on: it cannot know yet. */
    private void transfer() {
        List<PlayedShare> owing =
                live().filter(share -> !share.owed().isEmpty()).toList();
        if (owing.isEmpty()) {
            return;
        }
        PlayedShare former = dice.pick(owing);
        List<Integer> gone = dice.onceIn(2) ? former.owed() : dice.some(former.owed());
        List<BodyId> takers = BODIES.stream()
                .filter(body -> body.equals(former.assigned().body())
                        ? former.at(Standing.RETURNED).containsAll(gone)
                        : gone.stream().noneMatch(part -> isAsked(body, part)))
                .toList();
        if (takers.isEmpty()) {
            return;
        }
        List<Integer> dueAtDesk = former.at(Standing.DUE);
        AnswerPublished crossing = !dueAtDesk.isEmpty() && dice.onceIn(4) ? former.publish() : null;
        List<Integer> handedBack =
                crossing == null && !dueAtDesk.isEmpty() && dice.onceIn(4) ? dice.some(dueAtDesk) : List.of();
        if (!handedBack.isEmpty()) {
            former.tellReturn(handedBack);
        }
        AssignmentTransferred transferred = new AssignmentTransferred(
                id,
                programme,
                former.assigned().assignmentId(),
                former.assigned().body(),
                new AssignmentId(dice.id("s")),
                dice.pick(takers),
                former.assigned().role(),
                gone,
                Due.noneSet(),
                day(2),
                "Theirs",
                day(4));
        former.passOn(gone);
        story.then(transferred);
        if (crossing != null) {
            former.note(crossing);
        }
        former.noteReturn(handedBack);
        story.then(
                former.isGone()
                        ? closed(former, ClosingReason.TRANSFERRED)
                        : new AssignmentPartsTransferred(
                                former.assigned().assignmentId(),
                                id,
                                former.assigned().body(),
                                gone,
                                transferred.assignmentId(),
                                day(4)));
        QuestionAssigned next = new QuestionAssigned(
                id,
                programme,
                transferred.assignmentId(),
                transferred.body(),
                transferred.role(),
                gone,
                Due.noneSet(),
                day(2),
                null,
                day(4));
        shares.add(new PlayedShare(next, dice, story));
        story.then(Sample.opened(next));
    }

    private AssignmentClosed closed(PlayedShare share, ClosingReason reason) {
        return new AssignmentClosed(
                share.assigned().assignmentId(), id, share.assigned().body(), reason, day(9));
    }

    private void tellWhetherAnswered() {
        if (!toldAnswered && numbers().allMatch(this::isAnswered)) {
            toldAnswered = true;
            story.then(new QuestionAnswered(id, day(6)));
        }
    }

    private void conclude() {
        List<Integer> chosen = dice.some(numbers()
                .filter(part -> isAnswered(part) && !conclusions.containsKey(part))
                .toList());
        if (chosen.isEmpty()) {
            return;
        }
        everConcluded = true;
        List<PartConclusion> decided = decide(chosen);
        if (conclusions.size() < texts.size()) {
            story.then(new QuestionPartsConcluded(id, Sample.person("chair"), decided, day(7)));
            return;
        }
        List<PartConclusion> all = numbers()
                .map(part -> decided.stream()
                        .filter(one -> one.part() == part)
                        .findFirst()
                        .orElseGet(() -> new PartConclusion(part, conclusions.get(part), "As decided before")))
                .toList();
        story.then(new QuestionConcluded(id, Sample.person("chair"), all, day(7)));
    }

    private void correctConclusions() {
        List<Integer> chosen = dice.some(conclusions.keySet());
        if (!chosen.isEmpty()) {
            story.then(new QuestionConclusionCorrected(id, Sample.person("chair"), decide(chosen), "Misheard", day(8)));
        }
    }

    private List<PartConclusion> decide(Collection<Integer> chosen) {
        return chosen.stream()
                .map(part -> {
                    Disposition disposition = dice.pick(DISPOSITIONS);
                    conclusions.put(part, disposition);
                    return new PartConclusion(part, disposition, "Decided " + dice.id("w"));
                })
                .toList();
    }

    /** Sometimes a body answers while the asker, who cannot know it yet, asks again. */
    private void reopen() {
        List<Integer> contested = dice.some(numbers()
                .filter(part -> live().anyMatch(share -> share.hasAnswered(part)))
                .toList());
        if (contested.isEmpty()) {
            return;
        }
        List<PlayedShare> listed = live().filter(share -> contested.stream().anyMatch(share::hasAnswered))
                .toList();
        PlayedShare fast = dice.onceIn(3)
                ? live().filter(share -> !share.at(Standing.DUE).isEmpty())
                        .findAny()
                        .orElse(null)
                : null;
        AnswerPublished crossing = fast == null ? null : fast.publish();
        rounds++;
        story.then(new QuestionReopened(
                id,
                rounds,
                contested,
                listed.stream().map(share -> share.assigned().assignmentId()).toList(),
                "That is no answer",
                day(8)));
        toldAnswered = false;
        contested.forEach(conclusions::remove);
        for (PlayedShare share : listed) {
            Set<Integer> again = new TreeSet<>(share.contest(contested));
            if (share == fast) {
                crossing.parts().forEach(said -> again.remove(said.part()));
            }
            if (!again.isEmpty()) {
                story.then(Sample.reopenedAtDesk(share.assigned(), rounds, again.toArray(Integer[]::new)));
            }
        }
        if (fast != null) {
            fast.note(crossing);
            tellWhetherAnswered();
        }
    }

    /** Sometimes a body answers what is taken back at that moment; it shows if the question stands again. */
    private void withdraw() {
        if (everConcluded || dice.onceIn(2)) {
            return;
        }
        List.copyOf(followers).forEach(PlayedQuestion::ungroup);
        ungroup();
        withdrawn = true;
        PlayedShare fast = live().filter(share -> !share.at(Standing.DUE).isEmpty() && dice.onceIn(3))
                .findAny()
                .orElse(null);
        AnswerPublished crossing = fast == null ? null : fast.publish();
        story.then(new QuestionWithdrawn(id, "Settled", day(9)));
        if (fast != null) {
            fast.note(crossing);
        }
        live().forEach(share -> story.then(closed(share, ClosingReason.QUESTION_WITHDRAWN)));
    }

    private void putWithdrawalRightSometimes() {
        if (dice.onceIn(4)) {
            putWithdrawalRight();
        }
    }

    private void putWithdrawalRight() {
        withdrawn = dice.onceIn(3);
        story.then(new QuestionWithdrawalCorrected(
                id, withdrawn, withdrawn ? "Settled " + dice.id("w") : null, "Another was meant", day(10)));
        if (!withdrawn) {
            live().forEach(share -> story.then(new AssignmentResumed(
                    share.assigned().assignmentId(), id, share.assigned().body(), "Another was meant", day(10))));
            tellWhetherAnswered();
        }
    }

    private void regroup(List<PlayedQuestion> others) {
        if (lead != null) {
            ungroup();
            return;
        }
        List<PlayedQuestion> leads = others.stream()
                .filter(other -> other != this && other.canLead(this))
                .toList();
        if (withdrawn || !followers.isEmpty() || live().findAny().isPresent() || leads.isEmpty()) {
            return;
        }
        lead = dice.pick(leads);
        lead.followers.add(this);
        story.then(
                new QuestionGrouped(id, lead.id, day(2)),
                new QuestionFollowerAdded(lead.id, id, Sample.person("anybody").id(), day(2)));
    }

    private boolean canLead(PlayedQuestion other) {
        return lead == null
                && !withdrawn
                && conclusions.size() < texts.size()
                && readers == Visibility.Kind.PUBLIC
                && programme.equals(other.programme);
    }

    private void ungroup() {
        if (lead != null) {
            story.then(new QuestionUngrouped(id, lead.id, day(9)), new QuestionFollowerReleased(lead.id, id, day(9)));
            lead.followers.remove(this);
            lead = null;
        }
    }

    private void correctWords() {
        List<QuestionPart> corrected = dice.some(texts.keySet()).stream()
                .map(part -> new QuestionPart(part, "Better " + dice.id("w"), List.of("roads")))
                .toList();
        corrected.forEach(part -> texts.put(part.number(), part.text()));
        story.then(new QuestionCorrected(
                id,
                dice.onceIn(2) ? "Better " + dice.id("w") : null,
                corrected,
                dice.onceIn(2) ? List.of("land") : null,
                "Mistyped",
                day(3)));
    }

    /** Nobody may read less of a lead than of what follows it, and every body that was asked may read what it is asked. */
    private void changeReaders() {
        if (followers.isEmpty()) {
            readers = dice.pick(List.of(Visibility.Kind.values()));
            List<BodyId> bodies = readers == Visibility.Kind.RESTRICTED ? BODIES : List.of();
            story.then(new QuestionVisibilityChanged(id, new Visibility(readers, bodies), "Agreed", day(3)));
        }
    }

    private void carryOver() {
        if (lead != null) {
            return;
        }
        ProgrammeId next = programme.equals(Sample.PROGRAMME) ? RandomDialogue.NEXT_PROGRAMME : Sample.PROGRAMME;
        Stream.concat(Stream.of(this), followers.stream()).forEach(member -> {
            story.then(new QuestionCarriedOver(member.id, member.programme, next, "Not done", day(9)));
            member.programme = next;
        });
    }

    private Stream<Integer> numbers() {
        return texts.keySet().stream();
    }

    private Stream<PlayedShare> live() {
        return shares.stream().filter(share -> !share.isGone());
    }

    private Stream<PlayedShare> covering(int part) {
        return shares.stream().filter(share -> share.covers(part));
    }

    private boolean isAsked(BodyId body, int part) {
        return covering(part).anyMatch(share -> share.assigned().body().equals(body));
    }

    private boolean isAnswered(int part) {
        return covering(part).findAny().isPresent() && covering(part).allMatch(share -> share.hasAnswered(part));
    }

    /** What each part came to, by the question's id and the part's number. */
    Map<String, PartTruth> truth() {
        Map<String, PartTruth> truth = new TreeMap<>();
        numbers().forEach(part -> truth.put(id.value() + "/" + part, truth(part)));
        return truth;
    }

    private PartTruth truth(int part) {
        PlayedQuestion leading = lead;
        if (leading == null) {
            return truth(part, state(part), owed(part), conclusions.containsKey(part), null);
        }
        List<Integer> served =
                leading.texts.size() == texts.size() ? List.of(part) : List.copyOf(leading.texts.keySet());
        Set<String> states = new TreeSet<>();
        served.forEach(one -> states.add(leading.state(one)));
        String state = states.contains("OWED")
                ? "OWED"
                : states.size() == 1 ? states.iterator().next() : "ANSWERED";
        return truth(part, state, Set.of(), leading.conclusions.keySet().containsAll(served), leading.id.value());
    }

    private PartTruth truth(int part, String state, Set<String> owed, boolean concluded, @Nullable String with) {
        return new PartTruth(state, owed, concluded, with, texts.get(part), programme.value(), number);
    }

    private String state(int part) {
        if (withdrawn) {
            return "WITHDRAWN";
        }
        if (!conclusions.containsKey(part) && !isAnswered(part)) {
            return "OWED";
        }
        Disposition disposition = conclusions.containsKey(part)
                ? conclusions.get(part)
                : covering(part)
                        .filter(PlayedShare::leads)
                        .findFirst()
                        .orElseThrow()
                        .disposition(part);
        return switch (disposition) {
            case DECLINED_WITH_REASONS -> "DECLINED";
            case REFERRED_TO_HIGHER_AUTHORITY -> "REFERRED";
            default -> "ANSWERED";
        };
    }

    private Set<String> owed(int part) {
        Set<String> owed = new TreeSet<>();
        if (state(part).equals("OWED")) {
            covering(part).filter(share -> !share.hasAnswered(part)).forEach(share -> owed.add(share.owed(part)));
            if (covering(part).findAny().isEmpty()) {
                owed.add("SECRETARIAT TRIAGE");
            }
        }
        return owed;
    }
}
