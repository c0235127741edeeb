package org.dialogue.dialogues;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.UUID;
import org.dialogue.kit.testing.ServiceRules;
import org.springframework.web.bind.annotation.RestController;

/** The shape of this service. Every rule fails if it matches nothing. */
@AnalyzeClasses(packages = "org.dialogue.dialogues", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule SERVICES_SHARE_NO_CODE = ServiceRules.knowsNoOtherService("org.dialogue.dialogues..");

    @ArchTest
    static final ArchRule COMMANDS_SAY_WHO_MAY_GIVE_THEM = ServiceRules.COMMANDS_SAY_WHO_MAY_GIVE_THEM;

    @ArchTest
    static final ArchRule COMMANDS_NAME_THEIR_AGGREGATE = ServiceRules.COMMANDS_NAME_THEIR_AGGREGATE;

    @ArchTest
    static final ArchRule AGGREGATES_ARE_PACKAGE_PRIVATE = ServiceRules.AGGREGATES_ARE_PACKAGE_PRIVATE;

    @ArchTest
    static final ArchRule AGGREGATES_KNOW_NO_STORE = ServiceRules.COMMAND_HANDLERS_KNOW_NO_STORE;

    @ArchTest
    static final ArchRule EVENT_HANDLERS_NAME_THEIR_GROUP = ServiceRules.EVENT_HANDLERS_NAME_THEIR_GROUP;

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES = ServiceRules.NOTHING_STATIC_CHANGES;

    @ArchTest
    static final ArchRule ONLY_THE_WEB_KNOWS_HTTP = ServiceRules.ONLY_THE_EDGE_KNOWS_HTTP;

    @ArchTest
    static final ArchRule THE_WEB_JUDGES_FORM_ALONE = ServiceRules.THE_EDGE_JUDGES_FORM_ALONE;

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = ServiceRules.TIME_COMES_FROM_THE_CLOCK;

    @ArchTest
    static final ArchRule ONLY_THE_KIT_READS_THE_CLOCK =
            noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule NOBODY_HERE_MAKES_IDS = noClasses().should().callMethod(UUID.class, "randomUUID");

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
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            fields().should().notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLE =
            slices().matching("org.dialogue.dialogues.(**)").should().beFreeOfCycles();
}
