package org.dialogue.reports.background;

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
import org.dialogue.reports.story.Sample;
import org.dialogue.reports.story.Story;
import org.dialogue.reports.views.HistoryEntry;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    private static final QuestionId Q = new QuestionId("q");
    private static final QuestionId LEAD = new QuestionId("lead");

    @Test
    void aUnitLiesInItsDistrictAndItsProvinceAndInItself() {
        Background background = directory();

        assertThat(background.liesIn(COMMUNE, DISTRICT)).isTrue();
        assertThat(background.liesIn(COMMUNE, PROVINCE)).isTrue();
        assertThat(background.liesIn(COMMUNE, COMMUNE)).isTrue();
        assertThat(background.liesIn(OTHER_COMMUNE, DISTRICT)).isFalse();
        assertThat(background.liesIn(DISTRICT, COMMUNE)).isFalse();
    }

    @Test
    void unitsThatContainEachOtherDoNotMakeItRunForEver() {
        Background circular = after(
                Background.EMPTY,
                unit(COMMUNE, UnitKind.COMMUNE, DISTRICT),
                unit(DISTRICT, UnitKind.DISTRICT, COMMUNE));

        assertThat(circular.chain(COMMUNE)).isEqualTo(List.of(COMMUNE, DISTRICT));
    }

    @Test
    void namesAreThePresentOnes() {
        Background background = after(
                directory(),
                new AdministrativeUnitRenamed(COMMUNE, name("New"), "Merged", day(9)),
                new AnsweringBodyRenamed(HOME_AFFAIRS, name("Newer"), List.of(), "Reformed", day(9)));

        assertThat(background.units().get(COMMUNE).name()).isEqualTo(name("New"));
        assertThat(background.units().get(COMMUNE).parent()).isEqualTo(DISTRICT);
        assertThat(background.bodies().get(HOME_AFFAIRS)).isEqualTo(name("Newer"));
    }

    @Test
    void aQuestionStandsUnderItsLeadWhileItIsGrouped() {
        Background grouped = after(directory(), raised("q", COMMUNE, 1), new QuestionGrouped(Q, LEAD, day(2)));
        assertThat(grouped.question(Q).orElseThrow().groupLead()).isEqualTo(LEAD);

        Background ungrouped = after(grouped, new QuestionUngrouped(Q, LEAD, day(3)));
        assertThat(ungrouped.question(Q).orElseThrow().groupLead()).isNull();
    }

    @Test
    void topicsAreThoseOfTheQuestionAndOfTheChosenParts() {
        QuestionFacts question =
                after(Background.EMPTY, raised("q", COMMUNE, 2)).question(Q).orElseThrow();

        assertThat(question.topicsOf(List.of(2))).containsExactly("cadres", "topic-2");
        assertThat(question.topicsOf(List.of())).containsExactly("cadres", "topic-1", "topic-2");
    }

    @Test
    void renamingWhatNeverEnteredHistoryIsAFault() {
        assertThatThrownBy(
                        () -> after(Background.EMPTY, new AdministrativeUnitRenamed(COMMUNE, name("New"), "?", day(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never entered");
    }

    private static Background directory() {
        Background background = Background.EMPTY;
        for (var entry : Sample.story().entries()) {
            background = background.after(entry);
        }
        return background;
    }

    private static Background after(Background before, DialogueEvent... events) {
        Background background = before;
        for (HistoryEntry entry : new Story().then(events).entries()) {
            background = background.after(entry);
        }
        return background;
    }
}
