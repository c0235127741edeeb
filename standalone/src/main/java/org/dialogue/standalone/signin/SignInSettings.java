package org.dialogue.standalone.signin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is set under {@code sign-in.*}.
 *
 * @param issuer the address under which browsers and services reach this server; becomes the tokens' issuer
 * @param keyFile where the signing key is kept; created on first start
 * @param password the one password of all demo people
 * @param tokenLife how long an access token is valid
 * @param peopleOf010 whether people have the ids that they had in 0.1.0, for data that know them by these
 */
@ConfigurationProperties("sign-in")
public record SignInSettings(URI issuer, Path keyFile, String password, Duration tokenLife, boolean peopleOf010) {}
