/** The vectors for leaves. */
package org.dialogue.auditor.export;
