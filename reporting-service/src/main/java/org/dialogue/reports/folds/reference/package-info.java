/** What every report needs to know beside its subject: units, bodies, programmes, and the questions as they were raised. */
@NullMarked
package org.dialogue.reports.folds.reference;

import org.jspecify.annotations.NullMarked;
