package org.dialogue.kit.web;

import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.rules.NotPermitted;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands whoever is signed in to controller methods that take an {@link Actor}. */
final class ActorArgument implements HandlerMethodArgumentResolver {

    private final CurrentActor currentActor;

    ActorArgument(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        return currentActor.find().orElseThrow(() -> new NotPermitted("sign-in", "nobody is signed in"));
    }
}
