package org.dialogue.standalone.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sample's file cannot be used; the message says all that is wrong with it. */
public final class SampleInvalid extends RuntimeException {

    SampleInvalid(String file, List<String> problems) {
        super("%s cannot be used:%n  %s".formatted(file, String.join("%n  ".formatted(), problems)));
    }

    SampleInvalid(String file, String problem, @Nullable Throwable cause) {
        super("%s cannot be used: %s".formatted(file, problem), cause);
    }
}
