package org.dialogue.standalone;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.dialogue.standalone.signin.DemoSignIn;
import org.dialogue.standalone.signin.SignInFailed;

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
            Surroundings surroundings = Surroundings.of(System.getenv());
            String person = options.tokenOf();
            if (person != null) {
                System.out.println(token(person, options, surroundings));
                return;
            }
            start(options, surroundings);
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException unforeseen) {
            // The servers' threads would keep a program alive that nobody can use.
            unforeseen.printStackTrace();
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static String token(String person, Options options, Surroundings surroundings) {
        URI byOptions = Addresses.of(options).signIn();
        URI signIn = options.names(Listener.SIGN_IN)
                ? byOptions
                : DataDirectory.signInOfTheRunning(surroundings.dataDirectory()).orElse(byOptions);
        try {
            return new DemoSignIn(signIn, surroundings.demoPassword()).token(person);
        } catch (SignInFailed e) {
            throw new CannotStart(
                    e.getMessage() + " A demo has to be running; who can sign in is in"
                            + " standalone/src/main/resources/demo-people.yml.",
                    e);
        }
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
        if (!options.serversOnly()) {
            ClassArchive.makeIfAsked();
        }
    }

    private static void stop(Standalone standalone, DataDirectory data) {
        standalone.close();
        data.close();
    }
}
