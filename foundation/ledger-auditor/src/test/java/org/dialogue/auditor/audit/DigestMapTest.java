package org.dialogue.auditor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestMapTest {

    @Test
    void remembersEveryNumber() {
        DigestMap map = new DigestMap(Long.MAX_VALUE);
        for (int i = 0; i < 100_000; i++) {
            assertThat(map.put("e-" + i, i)).isEqualTo(DigestMap.NONE);
        }
        for (int i = 0; i < 100_000; i++) {
            assertThat(map.put("e-" + i, i + 1)).isEqualTo(i);
        }
        assertThat(map.put("e-7", Long.MAX_VALUE)).isEqualTo(8);
        assertThat(map.put("e-7", 0)).isEqualTo(Long.MAX_VALUE);
        assertThat(map.isFull()).isFalse();
    }

    @Test
    void saysWhenItTakesNoMore() {
        DigestMap map = new DigestMap(100_000);
        int taken = 0;
        while (!map.isFull()) {
            map.put("e-" + taken++, 1);
        }

        assertThat(taken).isBetween(1_500, 5_000);
        assertThat(map.put("e-0", 2)).isEqualTo(1);
        assertThat(map.put("e-x", 2)).isEqualTo(DigestMap.NONE);
        assertThat(map.put("e-x", 3)).isEqualTo(DigestMap.NONE);
    }
}
