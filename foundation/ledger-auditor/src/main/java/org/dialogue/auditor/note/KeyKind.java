package org.dialogue.auditor.note;

/**
 * What a key signs, by the type that signed notes give it.
 */
public enum KeyKind {
    /** Type 0x01: the notes of a ledger. */
    LEDGER,
    /** Type 0x04: that a witness saw a ledger grow only, and when it saw it. */
    WITNESS,
    /** Any other; its signatures are passed over. */
    UNKNOWN;

    static KeyKind of(byte type) {
        return switch (type) {
            case 0x01 -> LEDGER;
            case 0x04 -> WITNESS;
            default -> UNKNOWN;
        };
    }
}
