package org.dialogue.standalone;

import java.util.concurrent.CountDownLatch;

/** Starts the standalone and keeps it running until the process is told to end. */
public final class Main {

    private Main() {}

    /** Arguments: see {@code --help}. Ends with exit code 1 and one sentence if it cannot start. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                System.out.print(Options.usage());
                return;
            }
            start(options, Surroundings.of(System.getenv()));
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void start(Options options, Surroundings surroundings) {
        boolean realServers = surroundings.mongodbUri().isPresent()
                || surroundings.kafkaBootstrapServers().isPresent();
        if (options.fresh() && realServers) {
            throw new CannotStart("--fresh deletes embedded servers' data only: "
                    + "empty those that MONGODB_URI and KAFKA_BOOTSTRAP_SERVERS name yourself.");
        }
        DataDirectory data = DataDirectory.open(surroundings.dataDirectory());
        if (options.fresh()) {
            data.clear();
        }
        Logs.to(data.log());
        var standalone = new Standalone(options, surroundings, data, System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(standalone, data), "stop"));
        standalone.start();
    }

    private static void stop(Standalone standalone, DataDirectory data) {
        standalone.close();
        data.close();
    }
}
