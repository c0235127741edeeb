package org.dialogue.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dialogue.standalone.sample.TextTable.Column;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void wrapsWordsWithinTheirColumn() {
        TextTable table = new TextTable(new Column("No.", 4), new Column("What", 12));
        table.row("C1", "send out survey teams");

        assertThat(table.lines())
                .containsExactly(
                        "No.   What", //
                        "----  ------------",
                        "C1    send out",
                        "      survey teams");
    }

    @Test
    void beginsANewLineWhereTheCellDoes() {
        assertThat(TextTable.wrap("127 -> 0\nnow 127", 20)).containsExactly("127 -> 0", "now 127");
    }

    @Test
    void cutsWordsThatAreLongerThanTheColumn() {
        assertThat(TextTable.wrap("administrativeization", 10)).containsExactly("administra", "tiveizatio", "n");
    }

    @Test
    void keepsLinesWithinTheWidth() {
        TextTable table = new TextTable(new Column("A", 10), new Column("B", 10), new Column("C", 10));
        table.row("many words in a cell", "andaverylongwordinanother", "");

        assertThat(table.lines()).allMatch(line -> line.length() <= 34);
    }

    @Test
    void refusesARowOfAnotherLength() {
        TextTable table = new TextTable(new Column("A", 10));

        assertThatThrownBy(() -> table.row("one", "two")).isInstanceOf(IllegalArgumentException.class);
    }
}
