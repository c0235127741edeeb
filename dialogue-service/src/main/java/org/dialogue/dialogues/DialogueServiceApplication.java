package org.dialogue.dialogues;

import org.dialogue.kit.ServiceName;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service of programmes, directory, people and questions. */
@SpringBootApplication
@ServiceName("dialogue-service")
public class DialogueServiceApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(DialogueServiceApplication.class, arguments);
    }
}
