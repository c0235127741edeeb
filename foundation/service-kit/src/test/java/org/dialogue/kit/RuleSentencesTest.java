package org.dialogue.kit;

import org.dialogue.kit.testing.RuleSentences;
import org.junit.jupiter.api.Test;

class RuleSentencesTest {

    @Test
    void everyRuleHasAVietnameseSentence() {
        RuleSentences.verify(DialogueProperties.class);
    }
}
