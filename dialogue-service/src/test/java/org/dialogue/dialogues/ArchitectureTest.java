package org.dialogue.dialogues;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.kit.access.AllowedTo;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.dialogue.dialogues", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> COMMANDS =
            implement(simpleNameEndingWith("Command").and(INTERFACES)).as("commands");

    @ArchTest
    static final ArchRule COMMANDS_NAME_WHO_MAY_GIVE_THEM =
            classes().that(COMMANDS).should(beAnnotatedWith(AllowedTo.class));

    @ArchTest
    static final ArchRule COMMANDS_NAME_THEIR_AGGREGATE = classes()
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

    @ArchTest
    static final ArchRule AGGREGATES_ARE_NOBODY_ELSES_BUSINESS =
            classes().that().areAnnotatedWith(Aggregate.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule ONLY_THE_KIT_READS_THE_CLOCK = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule ONLY_THE_EDGE_KNOWS_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule NOBODY_HERE_MAKES_IDS = noClasses().should().callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule AGGREGATES_STAND_BY_THEMSELVES = noClasses()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..web..", "com.mongodb..", "org.springframework.web..");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_KNOW_THEIR_WEB_SIDE = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.dialogue.dialogues..web..");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_ON_THE_WEB_SIDE = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .resideInAPackage("..web..")
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule ONLY_THE_INTEGRATION_KNOWS_WHAT_BODIES_DO = noClasses()
            .that()
            .resideOutsideOfPackage("..integration..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.dialogue.events.assignment..", "org.dialogue.events.commitment..");

    @ArchTest
    static final ArchRule PROCESSING_GROUPS_HAVE_STORED_NAMES_OF_THEIR_OWN = methods()
            .that()
            .areAnnotatedWith(EventHandler.class)
            .should(new ArchCondition<>("be declared where a @ProcessingGroup is named") {
                @Override
                public void check(JavaMethod handler, ConditionEvents events) {
                    events.add(new SimpleConditionEvent(
                            handler,
                            handler.getOwner().isAnnotatedWith(ProcessingGroup.class),
                            handler.getFullName() + " belongs to no named group"));
                }
            });

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            fields().should().notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLE =
            slices().matching("org.dialogue.dialogues.(**)").should().beFreeOfCycles();
}
