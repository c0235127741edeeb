package org.dialogue.events.question;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A regulation, decree or resolution that a question refers to.
 *
 * @param number as cited, such as "08-QD/TU"
 * @param title what it regulates
 * @param issuer who issued it, if known
 * @param issuedOn the day it was issued, if known
 */
public record RegulationReference(
        String number,
        String title,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn) {}
