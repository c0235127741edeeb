package org.dialogue.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void withoutArgumentsEverythingStartsOnItsOwnPort() {
        var options = Options.parse();

        assertThat(options.fresh()).isFalse();
        assertThat(options.serversOnly()).isFalse();
        assertThat(Arrays.stream(Listener.values()).map(options::port)).doesNotHaveDuplicates();
        assertThat(options.port(Listener.SIGN_IN)).isEqualTo(8080);
    }

    @Test
    void eachPortCanBeMoved() {
        for (Listener listener : Listener.values()) {
            var options = Options.parse("--fresh", listener.option() + "=7001", "--only=servers");
            assertThat(options.port(listener)).isEqualTo(7001);
            assertThat(options.fresh()).isTrue();
            assertThat(options.serversOnly()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--kafka-port", "--kafka-port=", "--kafka-port=0", "--kafka-port=65536", "--kafka-port=x"})
    void aPortIsANumberThatAProgramCanListenOn(String argument) {
        assertThatThrownBy(() -> Options.parse(argument))
                .isInstanceOf(CannotStart.class)
                .hasMessage("--kafka-port needs a port number, as in --kafka-port=20092.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--frsh", "--only=services", "--token=", "--token", "fresh", ""})
    void whatIsNoOptionIsRefused(String argument) {
        assertThatThrownBy(() -> Options.parse(argument))
                .isInstanceOf(CannotStart.class)
                .hasMessage("There is no option %s; --help lists those there are.".formatted(argument));
    }

    @Test
    void aTokenIsAskedForByName() {
        assertThat(Options.parse("--token=auditor").tokenOf()).isEqualTo("auditor");
        assertThat(Options.parse().tokenOf()).isNull();
    }

    @Test
    void aPortIsNamedOrTheDefault() {
        assertThat(Options.parse("--sign-in-port=8080").names(Listener.SIGN_IN)).isTrue();
        assertThat(Options.parse("--kafka-port=7001").names(Listener.SIGN_IN)).isFalse();
    }

    @Test
    void theUsageNamesEveryPortOption() {
        assertThat(Options.usage())
                .contains(Arrays.stream(Listener.values()).map(Listener::option).toList());
    }
}
