package org.dialogue.auditor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.dialogue.auditor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theProgramNeedsJavaAndAJsonParserOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.dialogue.auditor..", "java..", "tools.jackson.core..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule theTreeKnowsNothing = classes()
            .that()
            .resideInAPackage("org.dialogue.auditor.tree")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.dialogue.auditor.tree", "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule notesKnowTheTreeOnly = classes()
            .that()
            .resideInAPackage("org.dialogue.auditor.note")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.dialogue.auditor.note", "org.dialogue.auditor.tree", "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule onlyTheExportIsReadAsJson = classes()
            .that()
            .resideOutsideOfPackage("org.dialogue.auditor.export")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("tools.jackson..");
}
