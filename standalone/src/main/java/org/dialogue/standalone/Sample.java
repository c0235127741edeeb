package org.dialogue.standalone;

import java.io.PrintStream;
import java.util.ServiceLoader;
import org.dialogue.standalone.signin.DemoPeople;
import org.dialogue.standalone.signin.DemoSignIn;

/**
 * What the standalone is filled with, through the services' public interfaces, once all parts are ready. Found by
 * {@link ServiceLoader}, so that the standalone does not depend on what depends on it.
 */
public interface Sample {

    /**
     * Loads what is not there yet, waits until the reports show it, and prints them. Called at each start, also on data
     * of an earlier one.
     *
     * @param addresses where the services answer
     * @param people who there is
     * @param signIn signs in those on whose behalf it is loaded
     * @param out what people read
     * @throws CannotStart if it cannot be loaded or shown
     * @throws InterruptedException if the standalone is being stopped
     */
    void load(Addresses addresses, DemoPeople people, DemoSignIn signIn, PrintStream out) throws InterruptedException;
}
