package org.dialogue.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.kit.access.AllowedTo;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.rules.RuleViolation;

/**
 * How every service is built. Use them as {@code @ArchTest static final ArchRule} fields; a rule that matches nothing
 * fails, so take only those that apply.
 */
public final class ServiceRules {

    private static final DescribedPredicate<JavaClass> COMMANDS =
            implement(simpleNameEndingWith("Command").and(INTERFACES)).as("commands");

    private ServiceRules() {}

    /** Only what belongs to an aggregate reaches into it. */
    public static final ArchRule AGGREGATES_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .should()
            .bePackagePrivate()
            .because("commands and events are an aggregate's only doors");

    /** Replays would differ from what happened. */
    public static final ArchRule AGGREGATES_TAKE_TIME_AND_IDS_FROM_COMMANDS = noClasses()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .because("time and ids come from the edge, inside the command");

    /** No time but the injected clock's, anywhere in a service. */
    public static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests and replays set the clock");

    /** Deny by default, seen before it is met. */
    public static final ArchRule COMMANDS_SAY_WHO_MAY_GIVE_THEM = classes()
            .that(COMMANDS)
            .should()
            .beAnnotatedWith(AllowedTo.class)
            .because("a command without @AllowedTo is refused to everybody");

    /** Axon finds the aggregate by this field. Without it, only the first command sent would tell. */
    public static final ArchRule COMMANDS_NAME_THEIR_AGGREGATE = classes()
            .that(COMMANDS)
            .should(new ArchCondition<>("have one field that names the aggregate") {
                @Override
                public void check(JavaClass command, ConditionEvents events) {
                    long targets = command.getFields().stream()
                            .filter(field -> field.isAnnotatedWith(TargetAggregateIdentifier.class))
                            .count();
                    events.add(new SimpleConditionEvent(
                            command, targets == 1, command.getName() + " names " + targets + " aggregates"));
                }
            });

    /** A group's name is stored; the default one would be the package's. */
    public static final ArchRule EVENT_HANDLERS_NAME_THEIR_GROUP = methods()
            .that()
            .areAnnotatedWith(EventHandler.class)
            .should()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(ProcessingGroup.class)
            .because("a processing group is stored under its name");

    /** HTTP stays at the edge. */
    public static final ArchRule ONLY_THE_EDGE_KNOWS_HTTP = noClasses()
            .that(not(resideInAnyPackage("..web..")))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet.."))
            .because("the same command may come from a page, a program or an event");

    /** What the state of things or the actor does not allow is refused behind every door alike. */
    public static final ArchRule THE_EDGE_JUDGES_FORM_ALONE = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(RuleViolation.class, NotPermitted.class)
            .because("a command may come in by another door than HTTP");

    /** The decision itself stays free of what surrounds it. */
    public static final ArchRule COMMAND_HANDLERS_KNOW_NO_STORE = noClasses()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "com.mongodb..", "org.bson..", "org.apache.kafka..", "org.springframework.web.."))
            .because("an aggregate decides from its history and the command alone");

    /** Fields are final by their constructors, not by a container. */
    public static final ArchRule NOTHING_STATIC_CHANGES = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("three services share one process in the standalone");

    /**
     * Services know each other only by their events.
     *
     * @param own the service's package with two dots, such as {@code org.dialogue.answers..}
     * @return the rule
     */
    public static ArchRule knowsNoOtherService(String own) {
        return noClasses()
                .that(resideInAPackage(own))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.dialogue.dialogues..",
                                "org.dialogue.answers..",
                                "org.dialogue.reports..",
                                "org.dialogue.standalone..")
                        .and(not(resideInAPackage(own))))
                .because("services share events, never code");
    }

    /**
     * Features do not entangle.
     *
     * @param own the service's package without dots at the end, such as {@code org.dialogue.answers}
     * @return the rule
     */
    public static ArchRule featuresAreFreeOfCycles(String own) {
        return slices().matching(own + ".(*)..").should().beFreeOfCycles();
    }
}
