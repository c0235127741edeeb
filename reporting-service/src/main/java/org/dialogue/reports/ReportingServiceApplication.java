package org.dialogue.reports;

import org.dialogue.kit.ServiceName;
import org.dialogue.reports.witness.RenewCopy;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Copies all history into its own ledger, and answers every report from there. */
@SpringBootApplication
@ConfigurationPropertiesScan
@ServiceName("reporting-service")
public class ReportingServiceApplication {

    /** Starts the service by itself, or runs the command that is asked for. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(RenewCopy.NAME)) {
            RenewCopy.main(arguments);
            return;
        }
        SpringApplication.run(ReportingServiceApplication.class, arguments);
    }
}
