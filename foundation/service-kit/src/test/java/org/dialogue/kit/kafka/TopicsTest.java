package org.dialogue.kit.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TopicsTest {

    private static final int A_DAY = Math.toIntExact(Duration.ofDays(1).toMillis());

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void aClusterThatDoesNotAnswerIsGivenUpSoon() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Topics topics = new Topics(Map.of(
                    CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + silent.getLocalPort(),
                    CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, A_DAY,
                    CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, A_DAY));

            assertThatThrownBy(() -> topics.ensure("letters"))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageContaining("in time");
        }
    }
}
