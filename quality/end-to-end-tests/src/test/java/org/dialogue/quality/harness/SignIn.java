package org.dialogue.quality.harness;

import java.net.URI;
import java.nio.file.Path;
import org.dialogue.embedded.Ports;
import org.dialogue.standalone.signin.DemoSignIn;
import org.dialogue.standalone.signin.SignInServer;
import org.dialogue.standalone.signin.SignInSettings;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The standalone's sign-in server, where the demo people sign in with the authorization code flow. */
final class SignIn implements AutoCloseable {

    private final ConfigurableApplicationContext server;
    private final String issuer;
    private final DemoSignIn people;

    private SignIn(ConfigurableApplicationContext server, String issuer) {
        this.server = server;
        this.issuer = issuer;
        String password = server.getBean(SignInSettings.class).password();
        this.people = new DemoSignIn(URI.create(issuer), password);
    }

    /** Starts it in this JVM, on a free port. */
    static SignIn start() {
        int port = Ports.free();
        String issuer = "http://localhost:" + port;
        Path key = Path.of("target", "sign-in", port + ".json");
        ConfigurableApplicationContext server = new SpringApplicationBuilder(SignInServer.class)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--spring.config.name=" + SignInServer.CONFIGURATION,
                        "--server.port=" + port,
                        "--sign-in.issuer=" + issuer,
                        "--sign-in.key-file=" + key);
        return new SignIn(server, issuer);
    }

    /** Whose tokens these are. */
    String issuer() {
        return issuer;
    }

    /** An access token of the demo person of that name. */
    String token(String username) {
        return people.token(username);
    }

    @Override
    public void close() {
        server.close();
    }
}
