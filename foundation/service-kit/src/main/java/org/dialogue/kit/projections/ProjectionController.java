package org.dialogue.kit.projections;

import java.util.List;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.rules.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists and reference data as operators see them, and have them rebuilt. */
@RestController
@RequestMapping("/api/projections")
class ProjectionController {

    private final Projections projections;

    ProjectionController(Projections projections) {
        this.projections = projections;
    }

    /**
     * A projection.
     *
     * @param name of its collection
     * @param folds whose events it is folded from
     * @param documents how many there are
     * @param current whether they are in the format of this build
     */
    record ProjectionInfo(String name, Folds folds, long documents, boolean current) {}

    /** Whose events. */
    enum Folds {
        OWN_EVENTS,
        RECEIVED_EVENTS
    }

    @GetMapping
    List<ProjectionInfo> listProjections(Actor actor) {
        actor.require(Role.OPERATOR);
        return projections.all().stream().map(this::info).toList();
    }

    @PostMapping("/{name}/rebuild")
    Projection.Rebuilt rebuildProjection(@PathVariable("name") String name, Actor actor) {
        actor.require(Role.OPERATOR);
        return projections
                .named(name)
                .orElseThrow(() -> new NotFound("projection", name))
                .rebuild();
    }

    private ProjectionInfo info(Projection<?, ?> projection) {
        return new ProjectionInfo(
                projection.name(),
                projection instanceof AggregateProjection ? Folds.OWN_EVENTS : Folds.RECEIVED_EVENTS,
                projection.documents().count(),
                projections.isCurrent(projection));
    }
}
