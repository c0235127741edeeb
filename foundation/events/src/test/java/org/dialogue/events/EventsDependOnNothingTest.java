package org.dialogue.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.dialogue.events", importOptions = ImportOption.DoNotIncludeTests.class)
class EventsDependOnNothingTest {

    @ArchTest
    static final ArchRule EVENTS_KNOW_THE_JDK_ONLY = classes()
            .that()
            .resideInAPackage("org.dialogue.events..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.dialogue.events..", "java..", "org.jspecify.annotations..");
}
