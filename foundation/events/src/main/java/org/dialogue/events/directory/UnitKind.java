package org.dialogue.events.directory;

/** The kinds of administrative unit, from the province down. */
public enum UnitKind {
    /** A province. */
    PROVINCE,
    /** A city below the province. */
    CITY,
    /** A town at the level of a district. */
    TOWN,
    /** A rural district. */
    DISTRICT,
    /** A rural commune. */
    COMMUNE,
    /** An urban ward. */
    WARD,
    /** A small town at the level of a commune. */
    TOWNSHIP;

    /** {@return whether its head is a delegate to the yearly dialogue} */
    public boolean isCommuneLevel() {
        return this == COMMUNE || this == WARD || this == TOWNSHIP;
    }
}
