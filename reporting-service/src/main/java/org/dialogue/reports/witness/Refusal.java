package org.dialogue.reports.witness;

import org.dialogue.events.witness.AlarmKind;

/**
 * Why a note was refused, as the book keeps it.
 *
 * @param kind what is wrong
 * @param partsAt where the difference lies, as far as it is known; the same at every further checkpoint
 * @param alarmId the alarm that was raised for it
 * @param agreedThen the largest size that had been agreed to; 0 if none
 * @param keys fingerprint of the keys that were believed
 */
record Refusal(AlarmKind kind, String partsAt, String alarmId, long agreedThen, String keys) {}
