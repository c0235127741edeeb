package org.dialogue.reports;

import org.dialogue.kit.ServiceName;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Copies all history into its own ledger, and answers every report from there. */
@SpringBootApplication
@ConfigurationPropertiesScan
@ServiceName("reporting-service")
public class ReportingServiceApplication {

    /** Starts the service by itself. */
    public static void main(String[] arguments) {
        SpringApplication.run(ReportingServiceApplication.class, arguments);
    }
}
