package org.dialogue.dialogues.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.dialogue.dialogues.DialogueServiceApplication;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole service, spoken to over HTTP as its callers do. All subclasses share one instance of it. */
@ServiceTest(classes = DialogueServiceApplication.class)
public abstract class RunningService {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @LocalServerPort
    private int port;

    /** {@return an id that no other test uses} */
    protected static String fresh(String prefix) {
        return prefix + "-" + COUNTER.incrementAndGet();
    }

    protected Reply get(Actor actor, String path) {
        return Caller.as(port, actor).get(path);
    }

    protected Reply getAnonymously(String path) {
        return Caller.anonymous(port).get(path);
    }

    protected Reply delete(Actor actor, String path) {
        return Caller.as(port, actor).delete(path);
    }

    /** Posts JSON, with further headers as names and values. */
    protected Reply post(Actor actor, String path, String json, String... headers) {
        return Caller.as(port, actor).post(path, json, headers);
    }
}
