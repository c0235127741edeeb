package org.dialogue.kit.commands;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Takes the expected version from a command's metadata, so that commands themselves carry none. */
final class VersionedTargetResolver implements CommandTargetResolver {

    static final String EXPECTED_VERSION = "expectedVersion";

    private final CommandTargetResolver byAnnotation =
            AnnotationCommandTargetResolver.builder().build();

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        VersionedAggregateIdentifier target = byAnnotation.resolveTarget(command);
        return new VersionedAggregateIdentifier(
                target.getIdentifierValue(), (Long) command.getMetaData().get(EXPECTED_VERSION));
    }
}
