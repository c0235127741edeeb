/** The views themselves over HTTP: how current they are, their faults, and their rebuilding. */
@NullMarked
package org.dialogue.reports.views.web;

import org.jspecify.annotations.NullMarked;
