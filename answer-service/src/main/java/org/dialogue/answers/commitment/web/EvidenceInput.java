package org.dialogue.answers.commitment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.dialogue.events.commitment.EvidenceLink;
import org.jspecify.annotations.Nullable;

/**
 * Where a claim can be checked.
 *
 * @param title what is to be found there
 * @param url an absolute http or https address
 */
record EvidenceInput(
        @NotBlank @Size(max = 500) String title,
        @NotBlank @Size(max = 2000) String url) {

    static List<EvidenceLink> linksOf(@Nullable List<EvidenceInput> evidence) {
        return evidence == null
                ? List.of()
                : evidence.stream()
                        .map(link -> new EvidenceLink(link.title, link.url))
                        .toList();
    }
}
