package org.dialogue.events.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

    @ParameterizedTest
    @ValueSource(strings = {"CÁN BỘ", "Cán bộ", " cán bộ\t", "\u00a0cán bộ\u2003", "cÁn Bộ\n"})
    void topicsThatDifferInCompositionCaseAndSurroundingSpaceAreTheSame(String written) {
        String key = Topic.key("cán bộ");

        assertThat(Topic.key(written)).isEqualTo(key);
        assertThat(Topic.key(Normalizer.normalize(written, Normalizer.Form.NFD)))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"can bo", "cán  bộ", "cán", ""})
    void otherTopicsAreOthers(String written) {
        assertThat(Topic.key(written)).isNotEqualTo(Topic.key("cán bộ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\ud800", "a\udc00", "\u0000"})
    void anyTextHasAKey(String written) {
        assertThat(Topic.key(Topic.key(written))).isEqualTo(Topic.key(written));
    }
}
