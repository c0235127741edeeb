package org.dialogue.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;

class AccessInterceptorTest {

    @AllowedTo({Role.HEAD, Role.CHAIR})
    record Allowed() {}

    record AllowedToNobody() {}

    private final AccessInterceptor interceptor = new AccessInterceptor();

    @Test
    void letsARolePassThatTheCommandNames() throws Exception {
        assertThat(give(new Allowed(), Role.CHAIR)).isEqualTo("done");
        assertThat(give(new Allowed(), Role.OFFICER, Role.HEAD)).isEqualTo("done");
    }

    @Test
    void refusesEveryOtherRole() {
        assertThatThrownBy(() -> give(new Allowed(), Role.OFFICER, Role.SECRETARIAT))
                .isInstanceOf(NotPermitted.class)
                .hasMessageContaining("head, chair");
        assertThatThrownBy(() -> give(new Allowed())).isInstanceOf(NotPermitted.class);
    }

    @Test
    void refusesEverybodyWhereACommandNamesNoRole() {
        assertThatThrownBy(() -> give(new AllowedToNobody(), Role.values())).isInstanceOf(NotPermitted.class);
    }

    @Test
    void refusesACommandThatNobodyGives() {
        assertThatThrownBy(() -> handle(new GenericCommandMessage<>(new Allowed())))
                .isInstanceOf(NotPermitted.class)
                .hasMessageContaining("authenticated");
    }

    @Test
    void takesNoStringsForAnActor() {
        Map<String, Object> strings = Map.of("subject", "x", "roles", "chair");

        assertThatThrownBy(() -> handle(new GenericCommandMessage<>(new Allowed(), strings)))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void grantsNoTokenTheRoleOfAService() {
        assertThat(Role.fromClaim("system")).isEmpty();
        assertThat(Role.fromClaim("auditor")).contains(Role.AUDITOR);
        assertThat(Role.fromClaim("emperor")).isEmpty();
    }

    private Object give(Object command, Role... roles) throws Exception {
        Actor actor = new Actor("somebody", null, null, null, null, Set.of(roles), null);
        return handle(new GenericCommandMessage<>(command, ActorMetadata.of(actor)));
    }

    private Object handle(CommandMessage<?> command) throws Exception {
        DefaultUnitOfWork<CommandMessage<?>> unitOfWork = new DefaultUnitOfWork<>(command);
        return interceptor.handle(unitOfWork, () -> "done");
    }
}
