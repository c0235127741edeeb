package org.dialogue.reports.folds.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dialogue.reports.story.Sample.COMMUNE;
import static org.dialogue.reports.story.Sample.DISTRICT;
import static org.dialogue.reports.story.Sample.HOME_AFFAIRS;
import static org.dialogue.reports.story.Sample.OTHER_COMMUNE;
import static org.dialogue.reports.story.Sample.PROVINCE;
import static org.dialogue.reports.story.Sample.day;
import static org.dialogue.reports.story.Sample.name;
import static org.dialogue.reports.story.Sample.raised;
import static org.dialogue.reports.story.Sample.unit;

import java.util.List;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRenamed;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRenamed;
import org.dialogue.events.directory.UnitKind;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionUngrouped;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.story.Sample;
import org.dialogue.reports.story.Story;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {

    private static final QuestionId Q = new QuestionId("q");
    private static final QuestionId LEAD = new QuestionId("lead");

    @Test
    void aUnitLiesInItsDistrictAndItsProvinceAndInItself() {
        ReferenceData reference = directory();

        assertThat(reference.liesIn(COMMUNE, DISTRICT)).isTrue();
        assertThat(reference.liesIn(COMMUNE, PROVINCE)).isTrue();
        assertThat(reference.liesIn(COMMUNE, COMMUNE)).isTrue();
        assertThat(reference.liesIn(OTHER_COMMUNE, DISTRICT)).isFalse();
        assertThat(reference.liesIn(DISTRICT, COMMUNE)).isFalse();
    }

    @Test
    void unitsThatContainEachOtherDoNotMakeItRunForEver() {
        ReferenceData circular = after(
                ReferenceData.EMPTY,
                unit(COMMUNE, UnitKind.COMMUNE, DISTRICT),
                unit(DISTRICT, UnitKind.DISTRICT, COMMUNE));

        assertThat(circular.chain(COMMUNE)).isEqualTo(List.of(COMMUNE, DISTRICT));
    }

    @Test
    void namesAreThePresentOnes() {
        ReferenceData reference = after(
                directory(),
                new AdministrativeUnitRenamed(COMMUNE, name("New"), "Merged", day(9)),
                new AnsweringBodyRenamed(HOME_AFFAIRS, name("Newer"), List.of(), "Reformed", day(9)));

        assertThat(reference.units().get(COMMUNE).name()).isEqualTo(name("New"));
        assertThat(reference.units().get(COMMUNE).parent()).isEqualTo(DISTRICT);
        assertThat(reference.bodies().get(HOME_AFFAIRS)).isEqualTo(name("Newer"));
    }

    @Test
    void aQuestionStandsUnderItsLeadWhileItIsGrouped() {
        ReferenceData grouped = after(directory(), raised("q", COMMUNE, 1), new QuestionGrouped(Q, LEAD, day(2)));
        assertThat(grouped.question(Q).orElseThrow().groupLead()).isEqualTo(LEAD);

        ReferenceData ungrouped = after(grouped, new QuestionUngrouped(Q, LEAD, day(3)));
        assertThat(ungrouped.question(Q).orElseThrow().groupLead()).isNull();
    }

    @Test
    void topicsAreThoseOfTheQuestionAndOfTheChosenParts() {
        QuestionFacts question =
                after(ReferenceData.EMPTY, raised("q", COMMUNE, 2)).question(Q).orElseThrow();

        assertThat(question.topicsOf(List.of(2))).containsExactly("cadres", "topic-2");
        assertThat(question.topicsOf(List.of())).containsExactly("cadres", "topic-1", "topic-2");
    }

    @Test
    void renamingWhatNeverEnteredHistoryIsAFault() {
        assertThatThrownBy(() ->
                        after(ReferenceData.EMPTY, new AdministrativeUnitRenamed(COMMUNE, name("New"), "?", day(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never entered");
    }

    private static ReferenceData directory() {
        ReferenceData reference = ReferenceData.EMPTY;
        for (var entry : Sample.story().entries()) {
            reference = reference.after(entry);
        }
        return reference;
    }

    private static ReferenceData after(ReferenceData before, DialogueEvent... events) {
        ReferenceData reference = before;
        for (HistoryEntry entry : new Story().then(events).entries()) {
            reference = reference.after(entry);
        }
        return reference;
    }
}
