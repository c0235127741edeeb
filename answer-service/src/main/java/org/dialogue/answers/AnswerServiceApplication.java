package org.dialogue.answers;

import org.dialogue.kit.ServiceName;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The answer service as a program of its own. */
@SpringBootApplication
@ServiceName("answer-service")
public class AnswerServiceApplication {

    /**
     * Starts the service.
     *
     * @param arguments Spring Boot's, such as {@code --server.port=9082}
     */
    public static void main(String[] arguments) {
        SpringApplication.run(AnswerServiceApplication.class, arguments);
    }
}
