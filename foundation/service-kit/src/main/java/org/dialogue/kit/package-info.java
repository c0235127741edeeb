/**
 * What every service wires the same way, so that a service holds only its own subject. This package: how a service is
 * named and configured.
 */
@NullMarked
package org.dialogue.kit;

import org.jspecify.annotations.NullMarked;
