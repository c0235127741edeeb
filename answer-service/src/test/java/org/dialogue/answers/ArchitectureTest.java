package org.dialogue.answers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.answers.assignment.AssignmentCommand;
import org.dialogue.answers.commitment.CommitmentCommand;
import org.dialogue.kit.access.AllowedTo;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.consuming.Inbound;
import org.springframework.web.bind.annotation.RestController;

/** The shape of this service. Every rule fails if it matches nothing. */
@AnalyzeClasses(packages = "org.dialogue.answers", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoOtherService = noClasses()
            .that()
            .resideInAPackage("org.dialogue.answers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.dialogue.dialogues..", "org.dialogue.reports..", "org.dialogue.standalone..");

    @ArchTest
    static final ArchRule featuresAreFreeOfCycles =
            slices().matching("org.dialogue.answers.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule assignmentsAndCommitmentsDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("..answers.assignment..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..answers.commitment..");

    @ArchTest
    static final ArchRule commitmentsAndAssignmentsDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("..answers.commitment..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..answers.assignment..");

    @ArchTest
    static final ArchRule featuresDoNotKnowTheirWeb = noClasses()
            .that()
            .resideInAnyPackage(
                    "..answers.assignment", "..answers.commitment", "..answers.knowledge", "..answers.integration")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..web..", "org.springframework.web..", "org.springframework.http..");

    @ArchTest
    static final ArchRule aggregatesArePackagePrivate =
            classes().that().areAnnotatedWith(Aggregate.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule aggregatesReadNoClockAndMakeNoIds = noClasses()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule nobodyReadsTheSystemClock =
            noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now");

    @ArchTest
    static final ArchRule everyCommandSaysWhoMayGiveIt = classes()
            .that()
            .areAssignableTo(AssignmentCommand.class)
            .or()
            .areAssignableTo(CommitmentCommand.class)
            .and()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith(AllowedTo.class)
            .andShould()
            .beRecords();

    @ArchTest
    static final ArchRule everyProcessingGroupIsNamed = classes()
            .that()
            .containAnyMethodsThat(
                    DescribedPredicate.describe("handle events", method -> method.isAnnotatedWith(EventHandler.class)))
            .should()
            .beAnnotatedWith(ProcessingGroup.class);

    @ArchTest
    static final ArchRule policiesReactToOtherServices = classes()
            .that()
            .haveSimpleNameStartingWith("When")
            .should()
            .resideInAPackage("..answers.integration")
            .andShould()
            .beAnnotatedWith(Inbound.class);

    @ArchTest
    static final ArchRule onlyTheEdgeAndPoliciesSendCommands = noClasses()
            .that()
            .resideOutsideOfPackages("..web", "..answers.integration")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(CommandDispatch.class);

    @ArchTest
    static final ArchRule controllersArePackagePrivate =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();
}
