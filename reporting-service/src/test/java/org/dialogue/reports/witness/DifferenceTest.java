package org.dialogue.reports.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void findsTheFirstAlteredEventAtEveryPositionOfEverySize() {
        for (int size = 1; size <= 20; size++) {
            Leaves copy = Leaves.of(size);
            for (int position = 1; position <= size; position++) {
                for (int agreed = 0; agreed <= size; agreed++) {
                    Difference found = Difference.find(agreed, size, copy::headAt, copy.alteredAt(position));

                    assertThat(found.first())
                            .as("size %d, altered at %d, agreed on %d", size, position, agreed)
                            .isEqualTo(position);
                    assertThat(found.agreedSize()).isEqualTo(position - 1L);
                    assertThat(found.finding().contains("put its name to")).isEqualTo(position <= agreed);
                }
            }
        }
    }

    @Test
    void findsTheFirstOfSeveral() {
        Leaves copy = Leaves.of(50);

        assertThat(Difference.find(10, 50, copy::headAt, copy.alteredAt(44).alteredAt(13))
                        .first())
                .isEqualTo(13);
    }

    @Test
    void findsTheFirstEventThatIsLost() {
        Leaves copy = Leaves.of(50);

        Difference found = Difference.find(50, 50, copy::headAt, copy.truncatedTo(31));

        assertThat(found.first()).isEqualTo(32);
        assertThat(found.finding()).contains("ends at position 31", "lost is at position 32");
    }

    @Test
    void saysSoWhenTheHolderNowShowsTheTrueTree() {
        Leaves copy = Leaves.of(50);

        Difference found = Difference.find(10, 50, copy::headAt, copy);

        assertThat(found.first()).isNull();
        assertThat(found.agreedSize()).isEqualTo(50);
    }

    @Test
    void namesTheRangeWhenTheHolderIsSilent() {
        Leaves copy = Leaves.of(50);

        Difference found = Difference.find(10, 50, copy::headAt, silentAfter(0, copy));

        assertThat(found.first()).isNull();
        assertThat(found.agreedSize()).isEqualTo(10);
        assertThat(found.finding()).contains("no answer", "after position 10, at 50 or before");
    }

    @Test
    void namesTheRangeWhenTheHolderFallsSilent() {
        Leaves copy = Leaves.of(50);

        assertThat(Difference.find(10, 50, copy::headAt, silentAfter(3, copy.alteredAt(20)))
                        .first())
                .isNull();
    }

    @Test
    void asksNoMoreThanASearchNeeds() {
        Leaves copy = Leaves.of(1000);
        AtomicInteger asked = new AtomicInteger();

        Difference.find(
                0,
                1000,
                size -> {
                    asked.incrementAndGet();
                    return copy.headAt(size);
                },
                copy.alteredAt(777));

        assertThat(asked).hasValueLessThanOrEqualTo(11);
    }

    private static Publisher silentAfter(int answers, Leaves ledger) {
        AtomicInteger left = new AtomicInteger(answers);
        return new Publisher() {
            @Override
            public Optional<byte[]> rootAt(long size) {
                if (left.getAndDecrement() <= 0) {
                    throw new Unreachable("no answer");
                }
                return ledger.rootAt(size);
            }

            @Override
            public List<VerifierKey> keys() {
                throw new Unreachable("no answer");
            }
        };
    }
}
