package org.dialogue.auditor;

/**
 * What the program's exit code says, as {@code docs/ledger-format.md} lists it.
 */
enum ExitCode {
    WHOLE(0),
    ALTERED(1),
    UNREADABLE(2),
    NOT_PROVEN(3),
    USAGE(64),
    FAILED(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
