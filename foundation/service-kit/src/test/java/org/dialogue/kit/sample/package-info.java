/** A service with one aggregate, one policy and one page, on which the kit is tried. */
package org.dialogue.kit.sample;
