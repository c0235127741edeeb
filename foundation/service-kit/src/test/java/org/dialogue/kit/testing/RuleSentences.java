package org.dialogue.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.RecordComponentVisitor;
import org.springframework.asm.TypePath;

/**
 * Finds the rules that code refuses by, in its compiled classes, and insists on a Vietnamese sentence for each, which speaks
 * of the same things as the English one that stands in the code: all that it is given, and no less than the English. A rule is
 * the last constant in the form of one before a refusal is made; where a refusal takes it from a field, as in enums of
 * rules, every such constant of the class is one; where it takes it from a parameter, callers are looked at in turn.
 */
public final class RuleSentences {

    private static final Pattern RULE = Pattern.compile("[a-z]+(-[a-z0-9]+)*(\\.[a-z]+(-[a-z0-9]+)*)?");
    private static final Pattern HYPHENATED = Pattern.compile("[a-z]+(-[a-z0-9]+)+");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final String PERMISSION = "org/dialogue/kit/rules/NotPermitted.<init>";
    private static final Set<String> NAMING_A_KIND =
            Set.of("org/dialogue/kit/rules/Unknown.<init>", "org/dialogue/kit/rules/InvalidInput.unknownReference");
    private static final String RULES = "org/dialogue/kit/rules/";
    private static final String CONSTRAINTS = "Ljakarta/validation/constraints/";

    private final Set<String> makers = new HashSet<>(Set.of(
            RULES + "RuleViolation.<init>",
            PERMISSION,
            RULES + "InvalidInput.<init>",
            RULES + "Violation.<init>",
            RULES + "Findings.require",
            "org/dialogue/kit/web/Problems.of"));

    private final Set<String> rules = new TreeSet<>();
    private final Set<Site> sites = new HashSet<>();
    private final Set<String> kinds = new TreeSet<>();
    private final Set<String> messages = new TreeSet<>();
    private final Map<String, Set<String>> constants = new HashMap<>();

    /**
     * Where a rule refuses.
     *
     * @param given how many things other languages are given to speak of
     * @param spoken how many of them the English sentence speaks of, at least
     */
    private record Site(String in, String rule, int given, int spoken) {

        boolean tells(String vietnamese) {
            return places(vietnamese).equals(IntStream.range(0, given).boxed().collect(Collectors.toSet()));
        }
    }

    private RuleSentences() {}

    /**
     * Insists that all rules of an application's classes, and all constraints on its requests, have sentences.
     *
     * @param application its main class; the classes beside and below it are looked at
     */
    public static void verify(Class<?> application) {
        RuleSentences found = new RuleSentences();
        found.read(classesOf(application));
        Properties vietnamese = sentences("vi", application);
        Properties english = sentences("en", application);

        assertThat(found.rules).as("rules found").isNotEmpty();
        assertThat(found.rules)
                .as("rules without a sentence in problems_vi.properties")
                .allMatch(rule -> hasSentence(vietnamese, rule));
        assertThat(found.sites)
                .as("refusals whose English speaks of more than other languages are given")
                .allMatch(site -> site.spoken() <= site.given());
        assertThat(found.sites)
                .as("refusals whose Vietnamese sentence speaks of other things than it is given")
                .allMatch(site -> site.tells(vietnamese.getProperty(site.rule(), "")));
        assertThat(english.stringPropertyNames())
                .as("English sentences whose Vietnamese is missing or speaks of other things")
                .allMatch(key -> hasSentence(vietnamese, key)
                        && places(vietnamese.getProperty(key)).equals(places(english.getProperty(key))));
        assertThat(found.kinds)
                .as("kinds of things without a word in problems_vi.properties")
                .allMatch(kind -> hasSentence(vietnamese, "term." + kind));
        assertThat(found.messages)
                .as("messages of constraints that are no {key} of both files of sentences")
                .allMatch(message -> message.matches("\\{[a-z0-9.-]+}")
                        && hasSentence(vietnamese, message.substring(1, message.length() - 1))
                        && hasSentence(english, message.substring(1, message.length() - 1)));
    }

    private static Set<Integer> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(place -> Integer.valueOf(place.group(1)))
                .collect(Collectors.toSet());
    }

    private static boolean hasSentence(Properties sentences, String key) {
        return sentences.containsKey(key);
    }

    private static Properties sentences(String language, Class<?> application) {
        Properties all = new Properties();
        for (String place :
                List.of("org/dialogue/kit/web", application.getPackageName().replace('.', '/'))) {
            try (InputStream file =
                    application.getClassLoader().getResourceAsStream(place + "/problems_" + language + ".properties")) {
                if (file != null) {
                    all.load(new InputStreamReader(file, StandardCharsets.UTF_8));
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return all;
    }

    private static List<byte[]> classesOf(Class<?> application) {
        try {
            Path classes = Path.of(application
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<byte[]> all = new ArrayList<>();
            try (Stream<Path> files =
                    Files.walk(classes.resolve(application.getPackageName().replace('.', '/')))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".class")).toList()) {
                    all.add(Files.readAllBytes(file));
                }
            }
            return all;
        } catch (IOException | URISyntaxException failure) {
            throw new IllegalStateException("the classes of " + application + " cannot be read", failure);
        }
    }

    private void read(List<byte[]> classes) {
        classes.forEach(bytes -> new ClassReader(bytes).accept(new Constants(), ClassReader.SKIP_DEBUG));
        int known;
        do {
            known = makers.size();
            rules.clear();
            sites.clear();
            classes.forEach(bytes -> new ClassReader(bytes).accept(new Refusals(), ClassReader.SKIP_DEBUG));
        } while (makers.size() > known);
    }

    /** What a class holds: constants that could be rules, and the messages of its constraints. */
    private final class Constants extends ClassVisitor {

        private String name = "";
        private boolean isEnum;

        Constants() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String own, String signature, String parent, String[] interfaces) {
            name = own;
            isEnum = (access & Opcodes.ACC_ENUM) != 0;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] thrown) {
            boolean setsFields = !isEnum || method.equals("<clinit>");
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object constant) {
                    if (setsFields
                            && constant instanceof String text
                            && HYPHENATED.matcher(text).matches()) {
                        constants.computeIfAbsent(name, any -> new TreeSet<>()).add(text);
                    }
                }

                @Override
                public AnnotationVisitor visitParameterAnnotation(int parameter, String type, boolean visible) {
                    return new Message(type);
                }
            };
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(String component, String descriptor, String signature) {
            return new RecordComponentVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                    return new Message(type);
                }

                @Override
                public AnnotationVisitor visitTypeAnnotation(
                        int reference, TypePath path, String type, boolean visible) {
                    return new Message(type);
                }
            };
        }

        @Override
        public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                    return new Message(type);
                }

                @Override
                public AnnotationVisitor visitTypeAnnotation(
                        int reference, TypePath path, String type, boolean visible) {
                    return new Message(type);
                }
            };
        }
    }

    private final class Message extends AnnotationVisitor {

        private final boolean constraint;

        Message(String type) {
            super(Opcodes.ASM9);
            constraint = type.startsWith(CONSTRAINTS);
            if (constraint) {
                String named = type.substring(CONSTRAINTS.length(), type.length() - 1)
                        .replaceAll("\\$.*", "")
                        .replaceAll("([a-z])([A-Z])", "$1-$2");
                rulesOfConstraints(named.toLowerCase(Locale.ROOT));
            }
        }

        private void rulesOfConstraints(String rule) {
            constants.computeIfAbsent("constraints", any -> new TreeSet<>()).add(rule);
        }

        @Override
        public void visit(String attribute, Object value) {
            if (constraint && attribute.equals("message")) {
                messages.add(String.valueOf(value));
            }
        }
    }

    /** Where a class refuses, and by which rules. */
    private final class Refusals extends ClassVisitor {

        private String name = "";

        Refusals() {
            super(Opcodes.ASM9);
            rules.addAll(constants.getOrDefault("constraints", Set.of()));
        }

        @Override
        public void visit(int version, int access, String own, String signature, String parent, String[] interfaces) {
            name = own;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                private @Nullable String last;
                private @Nullable String word;
                private boolean amongArguments;
                private int number;
                private int given = -1;
                private int spoken;

                @Override
                public void visitInsn(int opcode) {
                    number = opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5 ? opcode - Opcodes.ICONST_0 : -1;
                }

                @Override
                public void visitIntInsn(int opcode, int operand) {
                    number = operand;
                }

                @Override
                public void visitTypeInsn(int opcode, String type) {
                    amongArguments = opcode == Opcodes.ANEWARRAY && type.equals("java/lang/Object");
                    if (amongArguments) {
                        given = number;
                    }
                }

                @Override
                public void visitLdcInsn(Object constant) {
                    if (constant instanceof String text) {
                        word = text;
                        if (!amongArguments && goesBefore(text)) {
                            last = text;
                            given = -1;
                            spoken = 0;
                        }
                    }
                }

                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String called, String shape, boolean ofInterface) {
                    amongArguments = false;
                    if (NAMING_A_KIND.contains(owner + "." + called) && word != null && word.matches("[a-z ]+")) {
                        kinds.add(word);
                    }
                    if (makers.contains(owner + "." + called) && shape.contains("Ljava/lang/String;")) {
                        if (last != null && (owner + "." + called).equals(PERMISSION)) {
                            last = "not-permitted." + last;
                        }
                        refused();
                    }
                }

                @Override
                public void visitInvokeDynamicInsn(String called, String shape, Handle bootstrap, Object... arguments) {
                    // Of lambdas, whose bodies are methods of their own, there is nothing to be known here.
                    if (given < 0 && called.equals("makeConcatWithConstants")) {
                        spoken = (int) String.valueOf(arguments[0])
                                .chars()
                                .filter(character -> character == '\1')
                                .count();
                    }
                }

                /** A word behind a rule is what its sentence speaks of. */
                private boolean goesBefore(String text) {
                    return RULE.matcher(text).matches()
                            && (last == null
                                    || !last.contains("-")
                                    || HYPHENATED.matcher(text).matches());
                }

                private void refused() {
                    if (last != null) {
                        rules.add(last);
                        if (given >= 0) {
                            sites.add(new Site(name + "." + method, last, given, spoken));
                        }
                        last = null;
                    } else if (constants.containsKey(name)) {
                        rules.addAll(constants.get(name));
                        if (given == 0) {
                            constants.get(name).forEach(rule -> sites.add(new Site(name, rule, 0, 0)));
                        }
                    } else {
                        makers.add(name + "." + method);
                    }
                    given = -1;
                    spoken = 0;
                }
            };
        }
    }
}
