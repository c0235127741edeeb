/** What operators see: meters, health and traces; and nothing that phones home. */
@NullMarked
package org.dialogue.kit.observability;

import org.jspecify.annotations.NullMarked;
