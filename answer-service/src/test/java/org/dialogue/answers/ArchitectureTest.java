package org.dialogue.answers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.consuming.Inbound;
import org.dialogue.kit.testing.ServiceRules;
import org.springframework.web.bind.annotation.RestController;

/** The shape of this service. Every rule fails if it matches nothing. */
@AnalyzeClasses(packages = "org.dialogue.answers", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule servicesShareNoCode = ServiceRules.knowsNoOtherService("org.dialogue.answers..");

    @ArchTest
    static final ArchRule featuresAreFreeOfCycles = ServiceRules.featuresAreFreeOfCycles("org.dialogue.answers");

    @ArchTest
    static final ArchRule aggregatesArePackagePrivate = ServiceRules.AGGREGATES_ARE_PACKAGE_PRIVATE;

    @ArchTest
    static final ArchRule aggregatesTakeTimeAndIdsFromCommands =
            ServiceRules.AGGREGATES_TAKE_TIME_AND_IDS_FROM_COMMANDS;

    @ArchTest
    static final ArchRule aggregatesKnowNoStore = ServiceRules.COMMAND_HANDLERS_KNOW_NO_STORE;

    @ArchTest
    static final ArchRule timeComesFromTheClock = ServiceRules.TIME_COMES_FROM_THE_CLOCK;

    @ArchTest
    static final ArchRule commandsSayWhoMayGiveThem = ServiceRules.COMMANDS_SAY_WHO_MAY_GIVE_THEM;

    @ArchTest
    static final ArchRule commandsNameTheirAggregate = ServiceRules.COMMANDS_NAME_THEIR_AGGREGATE;

    @ArchTest
    static final ArchRule eventHandlersNameTheirGroup = ServiceRules.EVENT_HANDLERS_NAME_THEIR_GROUP;

    @ArchTest
    static final ArchRule nothingStaticChanges = ServiceRules.NOTHING_STATIC_CHANGES;

    @ArchTest
    static final ArchRule onlyTheWebKnowsHttp = ServiceRules.ONLY_THE_EDGE_KNOWS_HTTP;

    @ArchTest
    static final ArchRule theWebJudgesFormAlone = ServiceRules.THE_EDGE_JUDGES_FORM_ALONE;

    @ArchTest
    static final ArchRule assignmentsDoNotKnowCommitments = noClasses()
            .that()
            .resideInAPackage("..answers.assignment..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..answers.commitment..");

    @ArchTest
    static final ArchRule commitmentsDoNotKnowAssignments = noClasses()
            .that()
            .resideInAPackage("..answers.commitment..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..answers.assignment..");

    @ArchTest
    static final ArchRule policiesReactToOtherServices = classes()
            .that()
            .haveSimpleNameStartingWith("When")
            .should()
            .resideInAPackage("..answers.integration")
            .andShould()
            .beAnnotatedWith(Inbound.class);

    @ArchTest
    static final ArchRule onlyControllersAndPoliciesSendCommands = noClasses()
            .that()
            .resideOutsideOfPackages("..web", "..answers.integration")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(CommandDispatch.class);

    @ArchTest
    static final ArchRule controllersArePackagePrivate =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();
}
