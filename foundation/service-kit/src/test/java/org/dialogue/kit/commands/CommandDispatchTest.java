package org.dialogue.kit.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dialogue.events.MetadataKeys;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.AllowedTo;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.observability.TraceContext;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.rules.RuleViolation;
import org.dialogue.kit.rules.StaleVersion;
import org.dialogue.kit.testing.TestActors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

class CommandDispatchTest {

    record Command(@TargetAggregateIdentifier String id) {}

    @AllowedTo(Role.SECRETARIAT)
    record Amend(@TargetAggregateIdentifier String id) {}

    private final CommandGateway gateway = mock(CommandGateway.class);
    private final EventStore events = mock(EventStore.class);
    private final CurrentActor currentActor = mock(CurrentActor.class);
    private final IdempotencyStore idempotency = mock(IdempotencyStore.class);
    private final CommandDispatch dispatch = new CommandDispatch(
            gateway,
            new VersionedTargetResolver(),
            new AggregateVersions(events),
            new CommandOrigins("sample-service", currentActor, new TraceContext(null, null)),
            idempotency,
            Duration.ofMillis(200));

    @BeforeEach
    void signIn() {
        when(currentActor.find()).thenReturn(Optional.of(TestActors.secretariat()));
        when(events.lastSequenceNumberFor("a")).thenReturn(Optional.of(4L));
    }

    @AfterEach
    void leaveTheRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void judgesACommandAnewThatLostARace() {
        when(gateway.send(any()))
                .thenReturn(failed(new ConcurrencyException("lost")))
                .thenReturn(done());

        assertThat(dispatch.send(new Command("a"))).isEqualTo(new Receipt("a", 4));
        verify(gateway, times(2)).send(any());
    }

    @Test
    void givesUpAfterSeveralLostRaces() {
        when(gateway.send(any())).thenAnswer(call -> failed(new ConcurrencyException("lost")));

        assertThatThrownBy(() -> dispatch.send(new Command("a"))).isInstanceOf(ConcurrencyException.class);
        verify(gateway, times(4)).send(any());
    }

    @Test
    void passesARefusalOnAsItIs() {
        RuleViolation refusal = new RuleViolation("a-rule", "no");
        when(gateway.send(any())).thenReturn(failed(refusal));

        assertThatThrownBy(() -> dispatch.send(new Command("a"))).isSameAs(refusal);
    }

    @Test
    void doesNotWaitForEver() {
        when(gateway.send(any())).thenReturn(new CompletableFuture<>());

        assertThatThrownBy(() -> dispatch.send(new Command("a"))).isInstanceOf(CommandTimedOut.class);
    }

    @Test
    void refusesAnOldVersionBeforeTheCommandIsSent() {
        request("\"3\"");

        assertThatThrownBy(() -> dispatch.send(new Command("a"))).isInstanceOf(StaleVersion.class);
        verify(gateway, never()).send(any());
    }

    /** An id in the body may be that of something whose version is not for everybody. */
    @Test
    void comparesNoVersionWhereTheAddressNamesNoThing() {
        request("\"3\"");
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(
                        HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of(), RequestAttributes.SCOPE_REQUEST);
        when(gateway.send(any())).thenReturn(done());

        assertThat(dispatch.send(new Command("a"))).isEqualTo(new Receipt("a", 4));
        ArgumentCaptor<CommandMessage<?>> sent = ArgumentCaptor.captor();
        verify(gateway).send(sent.capture());
        assertThat(sent.getValue().getMetaData()).doesNotContainKey(VersionedTargetResolver.EXPECTED_VERSION);
    }

    @Test
    void refusesAVersionThatGrowsOldOnTheWay() {
        request("\"4\"");
        when(gateway.send(any())).thenReturn(failed(new ConflictingAggregateVersionException("a", 4, 5)));

        assertThatThrownBy(() -> dispatch.send(new Command("a"))).isInstanceOf(StaleVersion.class);
    }

    @Test
    void sendsNothingForNobody() {
        when(currentActor.find()).thenReturn(Optional.empty());

        assertThatThrownBy(() -> dispatch.send(new Command("a"))).isInstanceOf(NotPermitted.class);
    }

    @Test
    void saysWhoAndForWhomAndWithWhatRequest() {
        request(null);
        when(gateway.send(any())).thenReturn(done());

        dispatch.send(new Command("a"));
        dispatch.sendFor("somebody", new Command("a"));
        dispatch.sendAs(Actor.system("clock"), new Command("a"));

        ArgumentCaptor<CommandMessage<?>> sent = ArgumentCaptor.captor();
        verify(gateway, times(3)).send(sent.capture());
        Map<String, Object> first = sent.getAllValues().get(0).getMetaData();
        assertThat(first)
                .containsEntry(MetadataKeys.SUBJECT, "secretariat")
                .doesNotContainKey(MetadataKeys.ON_BEHALF_OF);
        assertThat(sent.getAllValues().get(1).getMetaData())
                .containsEntry(MetadataKeys.ON_BEHALF_OF, "somebody")
                .containsEntry(MetadataKeys.CORRELATION_ID, first.get(MetadataKeys.CORRELATION_ID));
        assertThat(sent.getAllValues().get(2).getMetaData()).containsEntry(MetadataKeys.SUBJECT, "clock");
    }

    @Test
    void doesNotCarryOutAgainWhatTheLedgerHolds() {
        keyed("a");

        assertThat(dispatch.send(Amend.class, () -> fail("asked for the command")))
                .isEqualTo(new Receipt("a", 4));

        verify(gateway, never()).send(any());
        assertThat(KeyedRequest.current())
                .hasValueSatisfying(request -> assertThat(request.isRepeat()).isTrue());
    }

    /** Of two attempts at the same request that run at once, one is refused because of what the other has just done. */
    @Test
    void recognisesItsOwnDeedInARefusal() {
        keyed(null);
        when(idempotency.find(any())).thenReturn(Optional.empty()).thenReturn(Optional.of("a"));
        when(gateway.send(any())).thenReturn(failed(new RuleViolation("done-before", "no")));

        assertThat(dispatch.send(new Amend("a"))).isEqualTo(new Receipt("a", 4));
    }

    @Test
    void passesARefusalOnThatIsNotItsOwnDoing() {
        keyed(null);
        RuleViolation refusal = new RuleViolation("a-rule", "no");
        when(gateway.send(any())).thenReturn(failed(refusal));

        assertThatThrownBy(() -> dispatch.send(new Amend("a"))).isSameAs(refusal);
        verify(idempotency, never()).recordedNothing(any(), any());
    }

    @Test
    void remembersThatACommandRecordedNothing() {
        keyed(null);
        when(gateway.send(any())).thenReturn(done());

        dispatch.send(new Amend("a"));

        verify(idempotency).recordedNothing(any(), eq("a"));
        assertThat(KeyedRequest.current())
                .hasValueSatisfying(request -> assertThat(request.isRepeat()).isFalse());
    }

    @Test
    void goesOnWhereAnEarlierAttemptHasStopped() {
        keyed("a");
        when(gateway.send(any())).thenReturn(done());

        dispatch.send(new Amend("a"));
        dispatch.send(new Amend("b"));

        verify(gateway, times(1)).send(any());
        assertThat(KeyedRequest.current())
                .hasValueSatisfying(request -> assertThat(request.isRepeat()).isFalse());
    }

    @Test
    void asksWhoRepeatsForTheRoleAgain() {
        keyed("a");
        when(currentActor.find()).thenReturn(Optional.of(TestActors.auditor()));

        assertThatThrownBy(() -> dispatch.send(new Amend("a"))).isInstanceOf(NotPermitted.class);
    }

    private void keyed(@Nullable String done) {
        request(null);
        KeyedRequest.Identity identity = new KeyedRequest.Identity("r", "s", "POST", "/", "me", "key");
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(
                        KeyedRequest.ATTRIBUTE,
                        new KeyedRequest(identity, "digest", done),
                        RequestAttributes.SCOPE_REQUEST);
    }

    private static void request(String ifMatch) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (ifMatch != null) {
            request.addHeader("If-Match", ifMatch);
        }
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private static CompletableFuture<Object> done() {
        return CompletableFuture.completedFuture(null);
    }

    private static CompletableFuture<Object> failed(Exception failure) {
        return CompletableFuture.failedFuture(failure);
    }
}
