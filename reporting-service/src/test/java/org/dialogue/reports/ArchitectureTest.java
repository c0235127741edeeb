package org.dialogue.reports;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import org.dialogue.kit.events.EventValues;
import org.dialogue.kit.testing.ServiceRules;

@AnalyzeClasses(packages = "org.dialogue.reports", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_SERVICE = ServiceRules.knowsNoOtherService("org.dialogue.reports..");

    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES = ServiceRules.featuresAreFreeOfCycles("org.dialogue.reports");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = ServiceRules.TIME_COMES_FROM_THE_CLOCK;

    @ArchTest
    static final ArchRule ONLY_THE_EDGE_KNOWS_HTTP = ServiceRules.ONLY_THE_EDGE_KNOWS_HTTP;

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES = ServiceRules.NOTHING_STATIC_CHANGES;

    @ArchTest
    static final ArchRule FOLDS_ARE_PURE = noClasses()
            .that()
            .resideInAPackage("org.dialogue.reports.folds..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.springframework..",
                            "org.axonframework..",
                            "com.mongodb..",
                            "org.apache.kafka..",
                            "io.micrometer..",
                            "org.dialogue.ledger..",
                            "org.dialogue.kit..")
                    .and(DescribedPredicate.not(type(EventValues.class).or(type(EventValues.Visitor.class)))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("the same events must give the same view, whenever and wherever they are folded");
}
