/**
 * The contract between the services and with the future: every event that is stored and published, and the catalogue
 * of its logical names. Depends on nothing.
 */
@NullMarked
package org.dialogue.events;

import org.jspecify.annotations.NullMarked;
