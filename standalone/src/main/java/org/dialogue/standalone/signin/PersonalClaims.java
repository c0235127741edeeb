package org.dialogue.standalone.signin;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Writes into an access token what the services must know of a person: id, office, unit, body, roles. */
final class PersonalClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String AUDIENCE = "dialogue";

    private final DemoPeople people;

    PersonalClaims(DemoPeople people) {
        this.people = people;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        DemoPerson person = Optional.<Authentication>ofNullable(context.getPrincipal())
                .map(Authentication::getName)
                .flatMap(people::find)
                .orElseThrow(() -> new IllegalStateException("Somebody signed in who is no demo person"));
        // The name that is typed at sign-in would be one, and goes into every event.
        context.getClaims().subject(person.personId());
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            describe(person, context);
        }
    }

    private static void describe(DemoPerson person, JwtEncodingContext context) {
        context.getClaims().audience(List.of(AUDIENCE)).claims(claims -> {
            claims.put("person_id", person.personId());
            claims.put("office", person.office());
            claims.put("roles", person.roles());
            Optional.ofNullable(person.unit()).ifPresent(unit -> claims.put("unit", unit));
            Optional.ofNullable(person.body()).ifPresent(body -> claims.put("body", body));
        });
    }
}
