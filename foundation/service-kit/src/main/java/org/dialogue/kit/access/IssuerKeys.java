package org.dialogue.kit.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of the issuer of tokens. They are fetched when first needed, anew after a while, and when a token names a
 * key that is not among them, but then not more often than every few seconds, however many such tokens come. Keys once had
 * are good as long as the issuer is away.
 */
public final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

    /** After this time a key that was taken away is no longer honoured, if the issuer answers. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** The longest time until a new key is honoured; and how often an issuer that is away is asked. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Duration PAUSE_WITHOUT_KEYS = Duration.ofSeconds(1);
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MOST_BYTES = 1 << 20;

    private final String issuer;
    private final Clock clock;
    private final ResourceRetriever web = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES);

    private @Nullable JWKSet keys;
    private Instant fetchedAt = Instant.MIN;
    private Instant triedAt = Instant.MIN;

    /** @param issuer its address, under which its configuration is found (OpenID Connect Discovery) */
    public IssuerKeys(String issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /** @throws KeySourceException if the issuer cannot be asked, and so it is unknown whether there is such a key */
    @Override
    public synchronized List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
            throws KeySourceException {
        Instant now = clock.instant();
        boolean stale = keys == null || !now.isBefore(later(fetchedAt, FRESH));
        if (stale) {
            refresh(now);
        }
        List<JWK> found = keys == null ? List.of() : selector.select(keys);
        if (found.isEmpty() && keys != null && !stale) {
            refresh(now);
            found = selector.select(keys);
        }
        if (keys == null || (found.isEmpty() && fetchedAt.isBefore(triedAt))) {
            throw new KeySourceException("the issuer does not tell its keys");
        }
        return found;
    }

    private void refresh(Instant now) {
        Duration pause = keys == null ? PAUSE_WITHOUT_KEYS : PAUSE;
        if (now.isBefore(later(triedAt, pause))) {
            return;
        }
        triedAt = now;
        try {
            keys = fetch();
            fetchedAt = now;
        } catch (IOException | ParseException | IllegalArgumentException away) {
            LOG.warn("The issuer does not tell its keys: {}", away.toString());
        }
    }

    private static Instant later(Instant moment, Duration pause) {
        return moment.equals(Instant.MIN) ? moment : moment.plus(pause);
    }

    private JWKSet fetch() throws IOException, ParseException {
        String base = issuer.endsWith("/") ? issuer : issuer + "/";
        String configuration = text(base + ".well-known/openid-configuration");
        String keysAt = JSONObjectUtils.getString(JSONObjectUtils.parse(configuration), "jwks_uri");
        if (keysAt == null) {
            throw new IOException("its configuration names no jwks_uri");
        }
        return JWKSet.parse(text(keysAt));
    }

    private String text(String address) throws IOException {
        return web.retrieveResource(URI.create(address).toURL()).getContent();
    }
}
