package org.dialogue.auditor.note;

import java.util.Base64;

/** Base64 of RFC 4648, section 4, with padding. */
final class Base64Text {

    private Base64Text() {}

    static byte[] decode(String text, String what) throws MalformedException {
        // Java's decoder forgives missing padding; the format does not.
        if (text.length() % 4 != 0) {
            throw new MalformedException(what + " is no base64");
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(what + " is no base64");
        }
    }
}
