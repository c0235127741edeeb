package org.dialogue.kit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.dialogue.kit", importOptions = DoNotIncludeTests.class)
class KitStructureTest {

    @ArchTest
    static final ArchRule KNOWS_NO_DOMAIN_TYPE = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.dialogue.events..").and(not(resideInAPackage("org.dialogue.events"))));

    @ArchTest
    static final ArchRule KNOWS_NO_SERVICE = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.dialogue.dialogues..",
                    "org.dialogue.answers..",
                    "org.dialogue.reports..",
                    "org.dialogue.embedded.."));

    @ArchTest
    static final ArchRule CONCERNS_DO_NOT_ENTANGLE =
            slices().matching("org.dialogue.kit.(*)..").should().beFreeOfCycles();

    /** Three services share one process in the standalone. */
    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule REFUSALS_KNOW_NOTHING_OF_THE_EDGE = noClasses()
            .that()
            .resideInAnyPackage("org.dialogue.kit.rules")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "org.axonframework.."));
}
