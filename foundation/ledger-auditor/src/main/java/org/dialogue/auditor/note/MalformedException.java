package org.dialogue.auditor.note;

/**
 * A key or a note is not as the format says. The message is a sentence's part for people, without the place.
 */
public final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;

    /**
     * @param what what is wrong, for example {@code the note has no signature}
     */
    public MalformedException(String what) {
        super(what);
        this.what = what;
    }

    /**
     * What is wrong.
     */
    public String what() {
        return what;
    }
}
