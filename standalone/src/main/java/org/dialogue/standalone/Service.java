package org.dialogue.standalone;

/** One of the three services: its name, which is its configuration's as well, and the class that starts it. */
enum Service {
    DIALOGUE(Listener.DIALOGUE, "org.dialogue.dialogues.DialogueServiceApplication"),
    ANSWER(Listener.ANSWER, "org.dialogue.answers.AnswerServiceApplication"),
    REPORTING(Listener.REPORTING, "org.dialogue.reports.ReportingServiceApplication");

    private final Listener listener;
    private final String application;

    Service(Listener listener, String application) {
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
        try {
            return Class.forName(application);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(title() + " is not on the class path", e);
        }
    }
}
