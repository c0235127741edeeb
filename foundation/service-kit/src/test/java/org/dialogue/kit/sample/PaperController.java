package org.dialogue.kit.sample;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.commands.AggregateVersions;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.commands.ETags;
import org.dialogue.kit.commands.Receipt;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.rules.RuleViolation;
import org.dialogue.kit.sample.PaperCommand.AmendPaper;
import org.dialogue.kit.sample.PaperCommand.FilePaper;
import org.dialogue.kit.sample.PaperCommand.LabelPaper;
import org.dialogue.kit.sample.PaperCommand.ShredPaper;
import org.dialogue.kit.web.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/papers")
class PaperController {

    record Filing(@NotBlank @Size(max = 200) String reason, BodyId body, List<Page> pages) {}

    record Page(int number) {}

    /** Which pages are asked for. */
    record Wanted(Instant since, LocalDate day, Side side) {}

    enum Side {
        FRONT,
        BACK
    }

    private final CommandDispatch commands;
    private final AggregateVersions versions;
    private final KnownGroups groups;
    private final Ids ids;
    private final Clock clock;

    PaperController(CommandDispatch commands, AggregateVersions versions, KnownGroups groups, Ids ids, Clock clock) {
        this.commands = commands;
        this.versions = versions;
        this.groups = groups;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Void> file(@RequestBody @Valid Filing filing) {
        QuestionId id = new QuestionId(ids.next());
        Receipt receipt = commands.send(new FilePaper(id, filing.reason(), clock.instant()));
        return ResponseEntity.created(URI.create("/api/papers/" + id.value()))
                .eTag(receipt.eTag())
                .build();
    }

    /** Two commands; the process can be made to die between them, or before it answers. */
    @Hidden
    @PostMapping("/pair")
    ResponseEntity<Void> filePair(
            @RequestBody @Valid Filing filing,
            @RequestHeader(name = "Sample-Dies-After", defaultValue = "0") int diesAfter) {
        QuestionId first = new QuestionId(ids.next());
        for (int sent = 1; sent <= 2; sent++) {
            QuestionId id = sent == 1 ? first : new QuestionId(ids.next());
            commands.send(new FilePaper(id, filing.reason(), clock.instant()));
            if (sent == diesAfter) {
                throw new IllegalStateException("the process dies here");
            }
        }
        return ResponseEntity.created(URI.create("/api/papers/" + first.value()))
                .build();
    }

    @Hidden
    @PostMapping("/{id}/amendments")
    ResponseEntity<Void> amendOnce(
            @PathVariable("id") QuestionId id,
            @RequestBody @Valid Filing filing,
            @RequestHeader(name = "Sample-Refuses", required = false) @Nullable String refuses,
            @RequestHeader(name = "Sample-Refers-To", required = false) @Nullable String group) {
        Receipt receipt = commands.send(AmendPaper.class, () -> {
            if (group != null && groups.groups.find(new QuestionId(group)).isEmpty()) {
                throw InvalidInput.unknownReference("group", "group", group);
            }
            if (refuses != null) {
                throw new RuleViolation("refused", refuses);
            }
            return new AmendPaper(id, filing.reason(), clock.instant());
        });
        return ResponseEntity.noContent().eTag(receipt.eTag()).build();
    }

    @Hidden
    @PostMapping("/{id}/label")
    ResponseEntity<Void> label(@PathVariable("id") QuestionId id, @RequestBody @Valid Filing filing) {
        Receipt receipt = commands.send(new LabelPaper(id, filing.reason(), clock.instant()));
        return ResponseEntity.noContent().eTag(receipt.eTag()).build();
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> amend(@PathVariable("id") QuestionId id, @RequestBody @Valid Filing filing) {
        Receipt receipt = commands.send(new AmendPaper(id, filing.reason(), clock.instant()));
        return ResponseEntity.noContent().eTag(receipt.eTag()).build();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> shred(@PathVariable("id") QuestionId id) {
        commands.send(new ShredPaper(id));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{id}")
    ResponseEntity<Page> look(
            @PathVariable("id") QuestionId id,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Wanted wanted) {
        long version = versions.of(id).orElseThrow(() -> new NotFound("paper", id));
        return ResponseEntity.ok().eTag(ETags.of(version)).body(new Page(page));
    }
}
