package org.dialogue.auditor.note;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * One line below a note.
 *
 * @param name whose key it claims to be of
 * @param keyId which of the keys of that name, in 8 hexadecimal digits
 * @param bytes the signature
 */
public record NoteSignature(String name, String keyId, byte[] bytes) {

    private static final String DASH = "\u2014 ";
    private static final int KEY_ID_LENGTH = 4;

    static NoteSignature parse(String line) throws MalformedException {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new MalformedException("a signature line does not read: dash, name, base64");
        }
        String name = line.substring(DASH.length(), space);
        VerifierKey.checkName(name);
        byte[] bytes = Base64Text.decode(line.substring(space + 1), "the signature of " + name);
        if (bytes.length <= KEY_ID_LENGTH) {
            throw new MalformedException("the signature of " + name + " is too short");
        }
        return new NoteSignature(
                name,
                HexFormat.of().formatHex(bytes, 0, KEY_ID_LENGTH),
                Arrays.copyOfRange(bytes, KEY_ID_LENGTH, bytes.length));
    }
}
