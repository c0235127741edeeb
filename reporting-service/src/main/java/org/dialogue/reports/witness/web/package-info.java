/** The witness over HTTP: what it has signed, how far it is, and its alarms. */
@NullMarked
package org.dialogue.reports.witness.web;

import org.jspecify.annotations.NullMarked;
