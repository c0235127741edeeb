package org.dialogue.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HexFormat;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointTest {

    private static final String ROOT = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=";

    @Test
    void aCheckpointOfGosChecksumDatabaseIsRead() {
        Checkpoint checkpoint = Checkpoint.parse(
                SignedNote.parse(PublicNotes.CHECKSUM_DATABASE_NOTE).body());

        assertThat(checkpoint.origin()).isEqualTo("go.sum database tree");
        assertThat(checkpoint.tree().size()).isEqualTo(31_700_353);
        assertThat(HexFormat.of().formatHex(checkpoint.tree().root())).startsWith("a88352d4644585");
    }

    @Test
    void theEmptyTreeHasItsCheckpoint() {
        Checkpoint checkpoint =
                new Checkpoint("o", new TreeHead(0, CompactRange.empty().root()));

        assertThat(checkpoint.body()).isEqualTo("o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        assertThat(Checkpoint.parse(checkpoint.body())).isEqualTo(checkpoint);
    }

    @Property(tries = 200)
    void whatWasWrittenIsReadTheSame(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long size, @ForAll @Size(32) byte[] root) {
        Checkpoint checkpoint = new Checkpoint("nghe-an/dialogue", new TreeHead(size, root));

        assertThat(Checkpoint.parse(checkpoint.body())).isEqualTo(checkpoint);
    }

    @Test
    void furtherLinesAreTolerated() {
        assertThat(Checkpoint.parse("o\n8\n" + ROOT + "\nmore\nand more\n"))
                .isEqualTo(Checkpoint.parse("o\n8\n" + ROOT + "\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isRefusedWhen(String name, String body, String reason) {
        assertThatExceptionOfType(MalformedNoteException.class)
                .isThrownBy(() -> Checkpoint.parse(body))
                .withMessageContaining(reason);
    }

    static Stream<Arguments> isRefusedWhen() {
        return Stream.of(
                arguments("empty", "", "end in a newline"),
                arguments("the last newline is missing", "o\n8\n" + ROOT, "end in a newline"),
                arguments("the root is missing", "o\n8\n", "three lines"),
                arguments("the origin is empty", "\n8\n" + ROOT + "\n", "is empty"),
                arguments("an extension is empty", "o\n8\n" + ROOT + "\n\n", "is empty"),
                arguments("the size has leading zeros", "o\n08\n" + ROOT + "\n", "leading zeros"),
                arguments("the size has a sign", "o\n+8\n" + ROOT + "\n", "no decimal number"),
                arguments("the size is negative", "o\n-8\n" + ROOT + "\n", "no decimal number"),
                arguments("the size is hexadecimal", "o\n0x8\n" + ROOT + "\n", "no decimal number"),
                arguments("the size is in Arabic digits", "o\n\u0668\n" + ROOT + "\n", "no decimal number"),
                arguments("the size has a space", "o\n8 \n" + ROOT + "\n", "no decimal number"),
                arguments("the size is beyond 63 bits", "o\n9223372036854775808\n" + ROOT + "\n", "No tree"),
                arguments("the root is no Base64", "o\n8\n*" + ROOT.substring(1) + "\n", "not Base64"),
                arguments("the root lacks padding", "o\n8\n" + ROOT.replace("=", "") + "\n", "canonical"),
                arguments("the root is short", "o\n8\nAAAA\n", "root of 3 bytes"));
    }
}
