package org.dialogue.kit.access;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.dialogue.kit.rules.NotPermitted;
import org.jspecify.annotations.Nullable;

/** Refuses every command that nobody gives, and every command that its {@link AllowedTo} does not allow to its actor. */
public final class AccessInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> command = unitOfWork.getMessage();
        Actor actor = ActorMetadata.actorOf(command)
                .orElseThrow(() -> new NotPermitted("sign-in", "a command needs an authenticated actor"));
        requireAllowed(actor, command.getPayloadType());
        return chain.proceed();
    }

    /**
     * Insists that a command is allowed to an actor's roles.
     *
     * @param actor who gives it, or gave it before
     * @param command the command's record
     * @throws NotPermitted if it is not
     */
    public static void requireAllowed(Actor actor, Class<?> command) {
        AllowedTo allowed = command.getAnnotation(AllowedTo.class);
        if (allowed == null) {
            throw new NotPermitted(
                    "nobody", command.getSimpleName() + " is allowed to nobody", command.getSimpleName());
        }
        actor.require(allowed.value());
    }
}
