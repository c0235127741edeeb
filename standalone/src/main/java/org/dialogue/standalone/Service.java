package org.dialogue.standalone;

import org.dialogue.answers.AnswerServiceApplication;
import org.dialogue.dialogues.DialogueServiceApplication;
import org.dialogue.reports.ReportingServiceApplication;

/** One of the three services, with the class that starts it. */
enum Service {
    DIALOGUE(Listener.DIALOGUE, DialogueServiceApplication.class),
    ANSWER(Listener.ANSWER, AnswerServiceApplication.class),
    REPORTING(Listener.REPORTING, ReportingServiceApplication.class);

    private final Listener listener;
    private final Class<?> application;

    Service(Listener listener, Class<?> application) {
        this.listener = listener;
        this.application = application;
    }

    String title() {
        return listener.title();
    }

    Listener listener() {
        return listener;
    }

    Class<?> application() {
        return application;
    }
}
