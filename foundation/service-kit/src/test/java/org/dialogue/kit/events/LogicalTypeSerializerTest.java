package org.dialogue.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.vocabulary.QuestionId;
import org.junit.jupiter.api.Test;

class LogicalTypeSerializerTest {

    private static final QuestionGrouped EVENT =
            new QuestionGrouped(new QuestionId("q1"), new QuestionId("q2"), Instant.parse("2023-07-12T01:30:00.25Z"));
    private static final String JSON =
            "{\"questionId\":\"q1\",\"lead\":\"q2\",\"happenedAt\":\"2023-07-12T01:30:00.250Z\"}";

    private final Serializer serializer = EventSerializers.forEvents();

    @Test
    void writesTheLogicalNameAndRevision() {
        SerializedObject<byte[]> stored = serializer.serialize(EVENT, byte[].class);

        assertThat(stored.getType().getName()).isEqualTo("question-grouped");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
        assertThat(new String(stored.getData(), StandardCharsets.UTF_8)).isEqualTo(JSON);
        assertThat(serializer.<byte[], QuestionGrouped>deserialize(stored)).isEqualTo(EVENT);
    }

    @Test
    void readsAnUnknownNameAsUnknown() {
        assertThat(serializer.classForType(stored("question-dreamt", "1").getType()))
                .isEqualTo(UnknownSerializedType.class);
        assertThat(serializer.<String, Object>deserialize(stored("question-dreamt", "1")))
                .isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void refusesAnUnknownRevisionOfAKnownName() {
        assertThatThrownBy(() -> serializer.deserialize(stored("question-grouped", "2")))
                .isInstanceOf(UnknownRevision.class)
                .hasMessageContaining("question-grouped");
    }

    @Test
    void keepsTokensAndMetadata() {
        GlobalSequenceTrackingToken token = new GlobalSequenceTrackingToken(7);
        MetaData metadata = MetaData.with("subject", "s").and("unit", "u");

        assertThat(roundTrip(token)).isEqualTo(token);
        assertThat(roundTrip(metadata)).isEqualTo(metadata);
    }

    private Object roundTrip(Object object) {
        return serializer.deserialize(serializer.serialize(object, byte[].class));
    }

    private static SerializedObject<String> stored(String name, String revision) {
        return new SimpleSerializedObject<>(JSON, String.class, name, revision);
    }
}
