package org.dialogue.quality.harness;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.dialogue.standalone.sample.SampleAddresses;
import org.dialogue.standalone.sample.SampleFailed;
import org.dialogue.standalone.sample.SampleFile;
import org.dialogue.standalone.sample.SampleLoader;
import org.dialogue.standalone.sample.SampleProgramme;
import org.dialogue.standalone.signin.DemoPeople;

/** Three services for the sample programme, and the demo people who load it. */
public final class SampleSuite implements AutoCloseable {

    private static final SampleProgramme PROGRAMME = SampleFile.read(SampleFile.PROGRAMME_2023);
    private static final String SECRETARIAT = "secretariat-clerk";

    private final SignIn signIn = SignIn.start();
    private final Suite suite;

    /**
     * Starts the services.
     *
     * @param realm the beginning of the realm's name
     * @param servers where the services keep and send their data
     */
    public SampleSuite(String realm, Servers servers) {
        this.suite = new Suite(realm, servers, signIn.issuer());
        try {
            suite.start();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** {@return the services} */
    public Suite suite() {
        return suite;
    }

    /**
     * Loads the programme, however often services die meanwhile: a load that had to give up is begun again, with the same
     * ids, as an operator would.
     *
     * @param onFailure told of each load that gave up
     */
    public void load(Consumer<SampleFailed> onFailure) {
        load(PROGRAMME, onFailure);
    }

    /**
     * Loads a programme of another year, in which the same is asked, answered and promised: more of the same load.
     *
     * @param year not the sample's own
     * @param onFailure told of each load that gave up
     */
    public void loadAnother(int year, Consumer<SampleFailed> onFailure) {
        load(PROGRAMME.repeated("another-" + year, year), onFailure);
    }

    private void load(SampleProgramme programme, Consumer<SampleFailed> onFailure) {
        while (true) {
            try (PrintStream out = log()) {
                new SampleLoader(addresses(), signIn::token, DemoPeople.load(), out).load(programme);
                return;
            } catch (SampleFailed failure) {
                onFailure.accept(failure);
            }
        }
    }

    private SampleAddresses addresses() {
        return new SampleAddresses(
                suite.dialogues().address(),
                suite.answers().address(),
                suite.reports().address());
    }

    private PrintStream log() {
        try {
            Path log = Path.of("target", "processes", suite.realm() + "-load.log");
            return new PrintStream(
                    Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    true,
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return all that the reports say about the programme} */
    public ReportSnapshot reports() {
        return reports(suite.reports());
    }

    /** {@return the same, of one instance of reporting-service} */
    public ReportSnapshot reports(ServiceProcess instance) {
        return ReportSnapshot.take(
                as(SECRETARIAT, instance), PROGRAMME.programme().programmeId());
    }

    /** {@return a demo person's way to one process} */
    public Rest as(String person, ServiceProcess process) {
        return new Rest(process.address(), () -> signIn.token(person));
    }

    @Override
    public void close() {
        suite.close();
        signIn.close();
    }
}
