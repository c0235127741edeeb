package org.dialogue.reports.witness.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * That an alarm has been looked into.
 *
 * @param reason what was found and done
 */
record AcknowledgementInput(@NotBlank @Size(max = 2000) String reason) {}
