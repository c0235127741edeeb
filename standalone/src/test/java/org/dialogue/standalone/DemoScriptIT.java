package org.dialogue.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a copy of the script on machines that lack something: only what is in {@code bin} is on their path. */
class DemoScriptIT {

    private static final List<String> TOOLS = List.of(
            "bash", "dirname", "rm", "grep", "sed", "tr", "awk", "tee", "tail", "mkdir", "touch", "find", "cat", "env");
    private static final String JAVA_17 = """
            case $1 in
              -version) echo 'openjdk version "17.0.9" 2023-10-17' >&2 ;;
              -Djarmode=tools) mkdir -p "$6" && touch "$6/standalone-1-exec.jar" ;;
              *) echo started: "$@" ;;
            esac""";

    @TempDir
    private Path machine;

    private Path project;
    private Path bin;

    @BeforeEach
    void prepare() throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();
        project = Files.createDirectories(machine.resolve("project"));
        for (String part : List.of("foundation", "dialogue-service", "answer-service", "reporting-service")) {
            Files.createDirectories(project.resolve(part));
        }
        Files.createDirectories(project.resolve("standalone").resolve("target"));
        Files.createDirectories(project.resolve(".ci"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.copy(root.resolve("demo"), project.resolve("demo"));
        Files.copy(root.resolve(".ci/prerequisites"), project.resolve(".ci/prerequisites"));
        bin = Files.createDirectories(machine.resolve("bin"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), where(tool));
        }
    }

    @Test
    void withoutJava() throws Exception {
        assertSentence(run(), "A JDK, 17 or later, is needed, and no java was found");
    }

    @Test
    void withAnOldJdk() throws Exception {
        program("java", "echo 'java version \"1.8.0_392\"' >&2");
        assertSentence(run(), "JDK 17 or later is needed, and this is java version \"1.8.0_392\"");
    }

    @Test
    void withoutACompiler() throws Exception {
        program("java", JAVA_17);
        assertSentence(run(), "A JDK is needed, and this Java has no compiler");
    }

    @Test
    void withoutMaven() throws Exception {
        jdk();
        assertSentence(run(), "Apache Maven 3.8.6 or later is needed, and no mvn was found");
    }

    @Test
    void withoutANetwork() throws Exception {
        jdk();
        program("mvn", "echo '[ERROR] Could not transfer artifact x from/to central: Unknown host'; exit 1");
        Outcome outcome = run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.lines())
                .last()
                .asString()
                .startsWith("The build cannot reach Maven Central, from which it takes its libraries");
    }

    @Test
    void whenTheBuildFails() throws Exception {
        jdk();
        program("mvn", "echo '[INFO] Building Dialogue :: X 0.1 [1/9]'; echo '[ERROR] no such symbol'; exit 1");
        Outcome outcome = run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.lines())
                .contains("  Dialogue :: X [1/9]", "[ERROR] no such symbol")
                .last()
                .isEqualTo("The build failed; all it said is in target/demo-build.log.");
    }

    @Test
    void buildsOnceAndAgainWhenASourceHasChanged() throws Exception {
        jdk();
        program("mvn", """
                touch standalone/target/standalone-1.jar standalone/target/standalone-1-exec.jar
                case $* in *foundation/ledger-auditor*)
                  mkdir -p foundation/ledger-auditor/target && touch foundation/ledger-auditor/target/ledger-auditor.jar
                esac""");

        assertThat(run("--fresh").lines())
                .anyMatch(line -> line.startsWith("Built in"))
                .last()
                .asString()
                .endsWith("-jar standalone/target/unpacked/standalone-1-exec.jar --fresh");
        assertThat(project.resolve("foundation/ledger-auditor/target/ledger-auditor.jar"))
                .exists();
        assertThat(run().lines()).singleElement().asString().startsWith("started:");

        Path source = project.resolve("answer-service/src/main/java/Changed.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "");
        assertThat(run("--token=auditor").lines())
                .as("the jars of a demo that runs are left alone")
                .singleElement()
                .asString()
                .startsWith("started:")
                .endsWith("--token=auditor");
        assertThat(run().lines()).anyMatch(line -> line.startsWith("Built in"));
    }

    private void jdk() throws IOException {
        program("java", JAVA_17);
        program("javac", "");
    }

    private void program(String name, String script) throws IOException {
        Path program = Files.writeString(bin.resolve(name), "#!" + bin.resolve("bash") + "\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path where(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the script needs " + tool));
    }

    private Outcome run(String... arguments) throws Exception {
        var builder = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        bin.resolve("bash").toString(),
                                        project.resolve("demo").toString()),
                                Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        Process process = builder.start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), lines);
    }

    private static void assertSentence(Outcome outcome, String beginning) {
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.lines())
                .singleElement()
                .asString()
                .startsWith(beginning)
                .endsWith(".");
    }

    private record Outcome(int exitCode, List<String> lines) {}
}
