package org.dialogue.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    /** Else two servers that are given their ports before either is started may be given the same. */
    @Test
    void aFreePortIsGivenOnce() {
        List<Integer> ports =
                IntStream.range(0, 1_000).mapToObj(turn -> Ports.free()).toList();

        assertThat(ports).doesNotHaveDuplicates();
    }

    /** Else it may be gone before the process is up that it is meant for. */
    @Test
    void aFreePortIsNotAmongThoseThatTheSystemHandsOut() throws Exception {
        try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.free()).isLessThan(any.getLocalPort()).isLessThan(32_768);
        }
    }
}
