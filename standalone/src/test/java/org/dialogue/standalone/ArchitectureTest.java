package org.dialogue.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.dialogue.standalone", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> A_SERVICE =
            resideInAnyPackage("org.dialogue.dialogues..", "org.dialogue.answers..", "org.dialogue.reports..");

    @ArchTest
    static final ArchRule SERVICES_ARE_STARTED_AND_NOTHING_ELSE = noClasses()
            .should()
            .dependOnClassesThat(A_SERVICE.and(DescribedPredicate.not(simpleNameEndingWith("Application"))))
            .because("in one process they are what they are in three: asked over HTTP, told apart by their settings");

    @ArchTest
    static final ArchRule ONLY_ONE_PLACE_NAMES_THEM = noClasses()
            .that()
            .doNotBelongToAnyOf(Service.class)
            .should()
            .dependOnClassesThat(A_SERVICE)
            .because("a service is added in one place");

    @ArchTest
    static final ArchRule SIGN_IN_KNOWS_NOTHING_OF_THE_REST = noClasses()
            .that()
            .resideInAPackage("org.dialogue.standalone.signin")
            .should()
            .dependOnClassesThat(resideInAPackage("org.dialogue..")
                    .and(DescribedPredicate.not(resideInAPackage("org.dialogue.standalone.signin"))))
            .because("any OpenID Connect issuer can take its place");

    @ArchTest
    static final ArchRule THE_SAMPLE_GOES_THROUGH_THE_FRONT_DOOR = noClasses()
            .that()
            .resideInAPackage("org.dialogue.standalone.sample")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework..",
                    "org.axonframework..",
                    "com.mongodb..",
                    "org.apache.kafka..",
                    "org.dialogue.ledger..",
                    "org.dialogue.kit..",
                    "org.dialogue.embedded.."))
            .because("the sample programme is loaded as people would enter it, over HTTP");

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("three services and their servers share this process");
}
