package org.dialogue.kit.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.UUID;
import org.dialogue.embedded.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxMemoryIT {

    private MongoClient client;
    private String database;

    @BeforeEach
    void connect() {
        client = MongoClients.create(TestServers.mongoUri());
        database = "inbox_" + UUID.randomUUID().toString().replace("-", "");
    }

    @AfterEach
    void disconnect() {
        client.getDatabase(database).drop();
        client.close();
    }

    @Test
    void remembersOnePositionForEachSource() {
        InboxMemory memory = memory();
        assertThat(memory.all()).isEmpty();

        memory.advance("one", 1);
        memory.advance("one", 2);
        memory.advance("two", 1);
        assertThat(memory.all()).isEmpty();
        memory.store();

        InboxMemory afterRestart = memory();
        assertThat(afterRestart.all()).containsOnly(entry("one", 2L), entry("two", 1L));
        assertThat(afterRestart.position("one")).isEqualTo(2);
        assertThat(afterRestart.position("two")).isEqualTo(1);
        assertThat(afterRestart.position("three")).isZero();
    }

    @Test
    void isNotMovedByTwoInstances() {
        InboxMemory memory = memory();
        InboxMemory slower = memory();
        memory.advance("one", 1);
        memory.store();
        assertThat(slower.position("one")).isEqualTo(1);
        memory.advance("one", 2);
        memory.store();
        slower.advance("one", 2);

        assertThatThrownBy(slower::store).isInstanceOf(InboxMemory.MovedByAnother.class);
        assertThat(slower.position("one")).isEqualTo(2);
    }

    private InboxMemory memory() {
        return new InboxMemory(client.getDatabase(database).getCollection("consumed"));
    }
}
