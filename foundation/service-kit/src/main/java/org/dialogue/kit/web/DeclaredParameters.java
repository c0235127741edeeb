package org.dialogue.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that the controller's method does not declare, those it takes once and got several times, those
 * without a value or with one of another kind, and the lack of those it needs: what is mistyped must not be answered as if
 * it had not been asked. Spring would tell of one of them at a time.
 */
final class DeclaredParameters implements HandlerInterceptor {

    private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final ConversionService conversions;
    private final Map<Method, Map<String, Declared>> declared = new ConcurrentHashMap<>();

    /** @param conversions by which the values will be read */
    DeclaredParameters(ConversionService conversions) {
        this.conversions = conversions;
    }

    /**
     * A parameter of a method.
     *
     * @param type of one value, if it takes several
     */
    private record Declared(TypeDescriptor type, boolean takesSeveral, boolean required) {

        static Declared of(TypeDescriptor type, boolean required) {
            TypeDescriptor element = type.getElementTypeDescriptor();
            boolean several = type.isArray() || type.isCollection();
            return new Declared(several && element != null ? element : type, several, required);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod controller) {
            Map<String, Declared> known =
                    declared.computeIfAbsent(controller.getMethod(), any -> parametersOf(controller));
            List<Violation> violations = new ArrayList<>();
            request.getParameterMap().forEach((name, values) -> inspect(name, values, known, violations));
            if (known.keySet().containsAll(request.getParameterMap().keySet())) {
                // What is missing may be there under a mistyped name, of which the caller hears first.
                known.forEach((name, parameter) -> {
                    if (parameter.required && request.getParameter(name) == null) {
                        violations.add(ProblemCodes.missing(name));
                    }
                });
            }
            if (!violations.isEmpty()) {
                throw new InvalidInput(violations);
            }
        }
        return true;
    }

    private void inspect(String name, String[] values, Map<String, Declared> known, List<Violation> violations) {
        Declared parameter = known.get(name);
        if (parameter == null) {
            violations.add(new Violation(Texts.shown(name), "unknown-parameter", "there is no such parameter"));
        } else if (values.length > 1 && !parameter.takesSeveral) {
            violations.add(new Violation(name, "repeated-parameter", "this parameter may be given once only"));
        } else {
            for (String value : values) {
                if (value.isEmpty()) {
                    violations.add(new Violation(
                            name, "empty-parameter", "this parameter needs a value; leave it out to ask for all"));
                } else {
                    mismatch(name, value, parameter.type).ifPresent(violations::add);
                }
            }
        }
    }

    private Optional<Violation> mismatch(String name, String value, TypeDescriptor type) {
        if (!type.getType().equals(String.class) && !value.equals(value.strip())) {
            // Spring would take them away.
            return Optional.of(JsonViolations.expectation(name, type.getType()));
        }
        try {
            conversions.convert(value, TEXT, type);
            return Optional.empty();
        } catch (ConversionFailedException failed) {
            return Optional.of(ProblemCodes.mismatch(name, new TypeMismatchException(value, type.getType(), failed)));
        }
    }

    private static Map<String, Declared> parametersOf(HandlerMethod controller) {
        Map<String, Declared> names = new LinkedHashMap<>();
        for (MethodParameter parameter : controller.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            Class<?> type = parameter.getParameterType();
            RequestParam single = parameter.getParameterAnnotation(RequestParam.class);
            if (single != null || (isUnannotated(parameter) && BeanUtils.isSimpleProperty(type))) {
                String name = single == null || single.name().isEmpty()
                        ? String.valueOf(parameter.getParameterName())
                        : single.name();
                names.put(name, Declared.of(new TypeDescriptor(parameter), isRequired(parameter, single)));
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class) || isForm(parameter, type)) {
                addFieldsOf(type, names);
            }
        }
        return names;
    }

    private static boolean isRequired(MethodParameter parameter, @Nullable RequestParam single) {
        return single != null
                && single.required()
                && single.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                && !parameter.isOptional();
    }

    private static boolean isForm(MethodParameter parameter, Class<?> type) {
        return isUnannotated(parameter) && type != Actor.class && type.getName().startsWith("org.dialogue.");
    }

    private static boolean isUnannotated(MethodParameter parameter) {
        return List.of(
                        RequestParam.class,
                        RequestBody.class,
                        RequestHeader.class,
                        RequestAttribute.class,
                        PathVariable.class,
                        CookieValue.class,
                        ModelAttribute.class)
                .stream()
                .noneMatch(parameter::hasParameterAnnotation);
    }

    private static void addFieldsOf(Class<?> type, Map<String, Declared> names) {
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                ResolvableType of = ResolvableType.forType(component.getGenericType());
                names.put(component.getName(), Declared.of(new TypeDescriptor(of, null, null), false));
            }
        } else {
            for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(type)) {
                if (property.getWriteMethod() != null) {
                    ResolvableType of = ResolvableType.forMethodParameter(property.getWriteMethod(), 0);
                    names.put(property.getName(), Declared.of(new TypeDescriptor(of, null, null), false));
                }
            }
        }
    }
}
