package org.dialogue.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    private static final List<EventType> TYPES = EventCatalogue.types();

    @Test
    void holdsEveryEventOfEverySealedFamily() {
        Set<Class<?>> written = families().flatMap(EventCatalogueTest::members).collect(Collectors.toSet());

        assertThat(written).hasSizeGreaterThan(40);
        assertThat(TYPES).extracting(EventType::type).doesNotHaveDuplicates();
        assertThat(TYPES.stream().map(EventType::type).collect(Collectors.toSet()))
                .isEqualTo(written);
    }

    @Test
    void holdsNothingButRecordsOfSealedFamilies() {
        Stream<Class<?>> loose = eventClasses().filter(type -> !type.isInterface() && !type.isRecord());

        assertThat(loose).isEmpty();
        assertThat(families()).allMatch(Class::isSealed);
    }

    @Test
    void namesEachEventAfterItsClassInKebabCase() {
        assertThat(TYPES)
                .allSatisfy(entry -> assertThat(entry.name())
                        .isEqualTo(entry.type()
                                .getSimpleName()
                                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                                .toLowerCase(Locale.ROOT)));
    }

    @Test
    void usesEachNameOnce() {
        assertThat(TYPES).extracting(EventType::name).doesNotHaveDuplicates();
    }

    @Test
    void countsRevisionsFromOne() {
        assertThat(TYPES).allMatch(entry -> entry.revision() >= 1);
    }

    @Test
    void findsAnEventByItsNameAndByItsClass() {
        assertThat(TYPES).allSatisfy(entry -> {
            assertThat(EventCatalogue.byName(entry.name())).contains(entry);
            assertThat(EventCatalogue.byClass(entry.type())).contains(entry);
        });
        assertThat(EventCatalogue.byName("question-forgotten")).isEmpty();
        assertThat(EventCatalogue.byClass(String.class)).isEmpty();
    }

    @Test
    void putsNameAndRevisionIntoTheTypeOfTheCloudEvent() {
        EventType raised = EventCatalogue.byName("question-raised").orElseThrow();

        assertThat(raised.cloudEventType()).isEqualTo("org.dialogue.question-raised.v1");
    }

    private static Stream<Class<?>> families() {
        return eventClasses().filter(type -> type.isInterface() && type != DialogueEvent.class);
    }

    private static Stream<Class<?>> members(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses()).filter(type -> !Modifier.isAbstract(type.getModifiers()));
    }

    private static Stream<Class<?>> eventClasses() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.dialogue.events").stream()
                        .filter(type -> type.isAssignableTo(DialogueEvent.class))
                        .map(JavaClass::reflect);
    }
}
