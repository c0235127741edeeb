package org.dialogue.standalone.sample;

import java.io.PrintStream;
import org.dialogue.standalone.Addresses;
import org.dialogue.standalone.CannotStart;
import org.dialogue.standalone.Sample;
import org.dialogue.standalone.signin.DemoPeople;
import org.dialogue.standalone.signin.DemoSignIn;
import org.dialogue.standalone.signin.SignInFailed;

/** Fills the standalone with the programme of 2023 and shows what remains open of it. */
public final class Programme2023 implements Sample {

    /** For the {@link java.util.ServiceLoader}. */
    public Programme2023() {}

    @Override
    public void load(Addresses addresses, DemoPeople people, DemoSignIn signIn, PrintStream out)
            throws InterruptedException {
        SampleAddresses services = new SampleAddresses(addresses.dialogue(), addresses.answer(), addresses.reporting());
        try {
            SampleProgramme programme = SampleFile.read(SampleFile.PROGRAMME_2023);
            out.println();
            out.printf("The programme of %d:%n", programme.programme().year());
            new SampleLoader(services, signIn::token, people, out).load(programme);
            new OpenFollowUp(services, signIn::token, out)
                    .print(programme.programme().programmeId());
        } catch (SampleFailed | SampleInvalid | SignInFailed failure) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException(failure.getMessage()).initCause(failure);
            }
            throw new CannotStart("The sample programme: " + failure.getMessage(), failure);
        }
    }
}
