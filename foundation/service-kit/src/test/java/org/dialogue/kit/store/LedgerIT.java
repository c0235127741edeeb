package org.dialogue.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.ledger.spring.LedgerDatabase;
import org.dialogue.ledger.spring.LedgerProperties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ledger of a service: named after realm and service, in the service's database, open to all but for its events. */
@ServiceTest(classes = SampleService.class)
class LedgerIT {

    @LocalServerPort
    int port;

    @Autowired
    DialogueProperties dialogue;

    @Autowired
    LedgerProperties ledger;

    @Autowired
    LedgerDatabase database;

    @Test
    void isNamedAfterRealmAndService() {
        assertThat(ledger.origin()).isEqualTo(dialogue.realm() + "/sample-service");
        assertThat(database.database().getName()).isEqualTo(dialogue.databaseName());
    }

    @Test
    void anybodyMaySeeWhatProvesHistory() {

        assertThat(Caller.anonymous(port).get("/api/ledger/tree").status()).isEqualTo(200);
        assertThat(Caller.anonymous(port).get("/api/ledger/keys").status()).isEqualTo(200);
        Caller.anonymous(port).get("/api/ledger/checkpoints/latest").expectProblem(404, "unknown");
        assertThat(Caller.anonymous(port)
                        .get("/api/ledger/proofs/inclusion?position=0")
                        .text())
                .contains("\"field\":\"position\"", "\"rule\":\"range\"");
    }

    @Test
    void onlyAuditorsMayHaveTheEvents() {

        assertThat(Caller.anonymous(port).get("/api/ledger/export").status()).isEqualTo(401);
        assertThat(Caller.as(port, TestActors.secretariat())
                        .get("/api/ledger/export")
                        .status())
                .isEqualTo(403);
        assertThat(Caller.as(port, TestActors.operator())
                        .get("/api/ledger/export")
                        .status())
                .isEqualTo(403);
        assertThat(Caller.as(port, TestActors.auditor())
                        .get("/api/ledger/export")
                        .status())
                .isEqualTo(200);
    }
}
