package org.dialogue.reports.witness.web;

import org.dialogue.kit.web.OpenAddresses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What the witness says is for everybody to hold against the ledgers: hashes and signatures reveal nothing. Its alarms
 * quote evidence and name people, and are for those who are signed in.
 */
@Configuration(proxyBeanMethods = false)
class WitnessAccess {

    private static final String EVERYTHING = "/api/witness/**";
    private static final String ALARMS = "/api/witness/alarms/**";

    @Bean
    OpenAddresses openWitness() {
        RequestMatcher read = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, EVERYTHING);
        RequestMatcher alarms = PathPatternRequestMatcher.withDefaults().matcher(ALARMS);
        return new AndRequestMatcher(read, new NegatedRequestMatcher(alarms))::matches;
    }
}
