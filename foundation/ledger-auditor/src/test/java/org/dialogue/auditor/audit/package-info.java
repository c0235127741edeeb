/** What an audit remembers. */
package org.dialogue.auditor.audit;
