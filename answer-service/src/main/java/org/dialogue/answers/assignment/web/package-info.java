/** The assignments over HTTP. */
@NullMarked
package org.dialogue.answers.assignment.web;

import org.jspecify.annotations.NullMarked;
