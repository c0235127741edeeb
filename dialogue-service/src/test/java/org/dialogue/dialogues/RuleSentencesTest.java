package org.dialogue.dialogues;

import org.dialogue.kit.testing.RuleSentences;
import org.junit.jupiter.api.Test;

class RuleSentencesTest {

    @Test
    void everyRuleHasAVietnameseSentence() {
        RuleSentences.verify(DialogueServiceApplication.class);
    }
}
