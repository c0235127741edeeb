/** The description of a service's API: what all operations have in common is written once, here. */
@NullMarked
package org.dialogue.kit.openapi;

import org.jspecify.annotations.NullMarked;
