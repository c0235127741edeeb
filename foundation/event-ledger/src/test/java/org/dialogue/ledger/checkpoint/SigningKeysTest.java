package org.dialogue.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class SigningKeysTest {

    private static final String NAME = PublicNotes.OPENSSL_NAME;
    private static final String PEM = PublicNotes.OPENSSL_PEM;

    private final Logger logger = (Logger) LoggerFactory.getLogger(SigningKeys.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(logged);
    }

    static Stream<String> formsOfAKey() {
        String middle = PEM.lines().toList().get(1);
        return Stream.of(
                PEM,
                PEM.strip(),
                "\n  " + PEM,
                PEM.replace("\n", "\r\n"),
                PEM.replace("\n", "\\n"),
                middle,
                Base64.getEncoder().encodeToString(PEM.getBytes(US_ASCII)));
    }

    @ParameterizedTest
    @MethodSource("formsOfAKey")
    void readsAKeyInEveryFormItIsHandedOverIn(String text) {
        assertThat(SigningKeys.fromText(NAME, text).verifierKey().text()).isEqualTo(PublicNotes.OPENSSL_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret!", "c2VjcmV0", "\u00e9", "-----BEGIN", "a"})
    void refusesOtherTextWithoutShowingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKeys.fromText(NAME, text))
                .withMessageContaining(NAME)
                .withMessageNotContaining("ecret")
                .withMessageNotContaining("c2V");
    }

    @Test
    void readsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("key.pem"), PEM);

        assertThat(SigningKeys.fromFile(NAME, file).verifierKey().text()).isEqualTo(PublicNotes.OPENSSL_KEY);
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        Path file = directory.resolve("key.pem");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SigningKeys.fromFile(NAME, file))
                .withMessageContaining(file.toString());
    }

    @Test
    void makesAKeyOnceThatOnlyItsOwnerMayRead() throws IOException {
        Path file = directory.resolve("deeper").resolve("key.pem");

        VerifierKey made = SigningKeys.fromFileOrNew("a", file).verifierKey();
        VerifierKey found = SigningKeys.fromFileOrNew("a", file).verifierKey();

        assertThat(found).isEqualTo(made);
        assertThat(messages()).singleElement().asString().contains(made.text(), file.toString());
        assertThat(messages().toString())
                .doesNotContain(Files.readAllLines(file).get(1));
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void processesThatStartAtOnceAgreeOnOneKey() {
        Path file = directory.resolve("key.pem");

        List<VerifierKey> keys = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> SigningKeys.fromFileOrNew("a", file).verifierKey())
                .toList();

        assertThat(keys).hasSize(16).containsOnly(keys.get(0));
        assertThat(messages()).hasSize(1);
    }

    @Test
    void aFileThatHoldsNoKeyIsNotOverwritten() throws IOException {
        Path file = Files.writeString(directory.resolve("key.pem"), "");

        assertThatIllegalArgumentException().isThrownBy(() -> SigningKeys.fromFileOrNew("a", file));

        assertThat(file).isEmptyFile();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(directory.resolve("no-directory"), "").resolve("key.pem");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SigningKeys.fromFileOrNew("a", file))
                .withMessageContaining("No signing key of a can be made");
    }

    @Test
    void warnsOfAKeyThatEverybodyCanRead() throws IOException {
        assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path file = Files.writeString(directory.resolve("key.pem"), PEM);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        SigningKeys.fromFile(NAME, file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        SigningKeys.fromFile(NAME, file);

        assertThat(messages()).singleElement().asString().contains("Every user", file.toString());
    }

    private List<String> messages() {
        return logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
