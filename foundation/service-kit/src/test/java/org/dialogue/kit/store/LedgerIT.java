package org.dialogue.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.sample.Api;
import org.dialogue.kit.sample.SampleService;
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
        Api api = new Api(port);

        assertThat(api.getAnonymously("/api/ledger/tree").statusCode()).isEqualTo(200);
        assertThat(api.getAnonymously("/api/ledger/keys").statusCode()).isEqualTo(200);
        assertThat(api.getAnonymously("/api/ledger/proofs/inclusion?position=0").body())
                .contains("\"field\":\"position\"", "\"rule\":\"range\"");
    }

    @Test
    void onlyAuditorsMayHaveTheEvents() {
        Api api = new Api(port);

        assertThat(api.getAnonymously("/api/ledger/export").statusCode()).isEqualTo(401);
        assertThat(api.get(TestActors.secretariat(), "/api/ledger/export").statusCode())
                .isEqualTo(403);
        assertThat(api.get(TestActors.operator(), "/api/ledger/export").statusCode())
                .isEqualTo(403);
        assertThat(api.get(TestActors.auditor(), "/api/ledger/export").statusCode())
                .isEqualTo(200);
    }
}
