package org.dialogue.reports.views.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.views.Views;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reports/views")
@Tag(name = "Views")
final class ViewsController {

    private final Views views;

    ViewsController(Views views) {
        this.views = views;
    }

    @GetMapping
    @Operation(summary = "All views: how current they are, and what they could not take")
    List<ViewInfo> views(@Parameter(hidden = true) Actor actor) {
        long head = views.head();
        return views.all().stream()
                .flatMap(view -> view.names().stream().map(name -> ViewInfo.of(name, view, head, actor)))
                .toList();
    }

    @GetMapping("/{name}")
    @Operation(summary = "One view, with the progress of its building and of its newest rebuild")
    ViewInfo view(@PathVariable String name, @Parameter(hidden = true) Actor actor) {
        return ViewInfo.of(name, find(name), views.head(), actor);
    }

    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Rebuilds a view from position 0 in the background",
            description = "For operators. The present value keeps serving until the new one takes its place. While a "
                    + "rebuild is under way, asking again starts no second one.")
    ResponseEntity<ViewInfo> rebuildView(@PathVariable String name, @Parameter(hidden = true) Actor actor) {
        actor.require(Role.OPERATOR);
        LiveView<?> view = find(name);
        views.rebuild(view);
        return ResponseEntity.accepted()
                .location(URI.create("/api/reports/views/" + name))
                .body(ViewInfo.of(name, view, views.head(), actor));
    }

    private LiveView<?> find(String name) {
        return views.find(name).orElseThrow(() -> new NotFound("view", name));
    }
}
