package org.dialogue.kit.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.ConsumerSeekAware.ConsumerSeekCallback;

class KafkaInboxTest {

    private static final Map<TopicPartition, Long> ASSIGNED = Map.of(new TopicPartition("r.other.events", 0), 0L);

    private final InboxMemory memory = mock(InboxMemory.class);
    private final InboxStatus status = new InboxStatus();
    private final ConsumerSeekCallback seek = mock(ConsumerSeekCallback.class);
    private final KafkaInbox inbox = new KafkaInbox(mock(Inbox.class), memory, status, new SimpleMeterRegistry());

    @Test
    void tellsAfterARestartHowFarItHadCome() {
        when(memory.all()).thenReturn(Map.of("other-service", 7L));

        inbox.onPartitionsAssigned(ASSIGNED, seek);

        assertThat(status.positions()).containsOnly(entry("other-service", 7L));
        verify(seek, never()).seekToBeginning(ASSIGNED.keySet());
    }

    @Test
    void readsFromTheBeginningWhenItHasHandledNothing() {
        when(memory.all()).thenReturn(Map.of());

        inbox.onPartitionsAssigned(ASSIGNED, seek);

        assertThat(status.positions()).isEmpty();
        verify(seek).seekToBeginning(ASSIGNED.keySet());
    }
}
