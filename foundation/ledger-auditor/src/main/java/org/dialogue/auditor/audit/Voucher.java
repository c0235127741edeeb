package org.dialogue.auditor.audit;

/**
 * Who stands behind a root, from the weakest to the strongest.
 */
public enum Voucher {
    /** Nobody: no known key signed it. */
    NOBODY,
    /** A key that is known from the export alone, which whoever forged the events could have forged too. */
    KEY_IN_EXPORT,
    /** A key that was given from elsewhere. */
    KEY_GIVEN,
    /** It was itself kept elsewhere; even the holder of the key cannot change that. */
    KEPT_ELSEWHERE
}
