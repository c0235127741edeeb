package org.dialogue.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.dialogue.ledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theCoreKnowsTheDriverOnly = classes()
            .that()
            .resideInAPackage("org.dialogue.ledger")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.dialogue.ledger",
                    "org.dialogue.ledger.tree",
                    "java..",
                    "com.mongodb..",
                    "org.bson..",
                    "org.slf4j..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule theTreeKnowsNothing = classes()
            .that()
            .resideInAPackage("org.dialogue.ledger.tree")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.dialogue.ledger.tree", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule checkpointsKnowTheLedgerItsTreeAndTheDriverOnly = classes()
            .that()
            .resideInAPackage("org.dialogue.ledger.checkpoint")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.dialogue.ledger.checkpoint",
                    "org.dialogue.ledger",
                    "org.dialogue.ledger.tree",
                    "java..",
                    "com.mongodb..",
                    "org.bson..",
                    "org.slf4j..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule exportsKnowTheLedgerItsCheckpointsAndTheDriversJsonOnly = classes()
            .that()
            .resideInAPackage("org.dialogue.ledger.export")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.dialogue.ledger.export",
                    "org.dialogue.ledger.checkpoint",
                    "org.dialogue.ledger",
                    "org.dialogue.ledger.tree",
                    "java..",
                    "org.bson.json..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule theLedgerKnowsNothingOfTheRestOfTheSuite = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.dialogue.events..",
                    "org.dialogue.kit..",
                    "org.dialogue.dialogues..",
                    "org.dialogue.answers..",
                    "org.dialogue.reports..",
                    "org.dialogue.embedded..");

    @ArchTest
    static final ArchRule onlyItsWiringKnowsSpring = noClasses()
            .that()
            .resideOutsideOfPackages("org.dialogue.ledger.spring", "org.dialogue.ledger.web")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "io.micrometer..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.dialogue.ledger.spring", "org.dialogue.ledger.web");

    @ArchTest
    static final ArchRule theLedgerHasNoWordOfDialogues = noMembers()
            .should()
            .haveNameMatching("(?i).*(question|answer|commitment|delegate|assignment|programme|secretariat).*")
            .orShould()
            .beDeclaredInClassesThat()
            .haveSimpleNameContaining("Dialogue");
}
