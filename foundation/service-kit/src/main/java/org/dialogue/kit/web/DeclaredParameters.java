package org.dialogue.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.Violation;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that the controller's method does not declare, those it takes once and got several times, and
 * those without a value: what is mistyped must not be answered as if it had not been asked.
 */
final class DeclaredParameters implements HandlerInterceptor {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final Map<Method, Map<String, Class<?>>> declared = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod controller) {
            Map<String, Class<?>> known =
                    declared.computeIfAbsent(controller.getMethod(), any -> parametersOf(controller));
            List<Violation> violations = new ArrayList<>();
            request.getParameterMap().forEach((name, values) -> inspect(name, values, known, violations));
            if (!violations.isEmpty()) {
                throw new InvalidInput(violations);
            }
        }
        return true;
    }

    private static void inspect(String name, String[] values, Map<String, Class<?>> known, List<Violation> violations) {
        Class<?> type = known.get(name);
        if (type == null) {
            violations.add(new Violation(Texts.shown(name), "unknown-parameter", "there is no such parameter"));
        } else if (values.length > 1 && !takesSeveral(type)) {
            violations.add(new Violation(name, "repeated-parameter", "this parameter may be given once only"));
        } else {
            for (String value : values) {
                if (value.isEmpty()) {
                    violations.add(new Violation(
                            name, "empty-parameter", "this parameter needs a value; leave it out to ask for all"));
                } else if (!type.equals(String.class) && !value.equals(value.strip())) {
                    // Spring would take them away.
                    violations.add(JsonViolations.expectation(name, type));
                }
            }
        }
    }

    /** Their types, by name. */
    private static Map<String, Class<?>> parametersOf(HandlerMethod controller) {
        Map<String, Class<?>> names = new HashMap<>();
        for (MethodParameter parameter : controller.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            Class<?> type = parameter.getParameterType();
            RequestParam single = parameter.getParameterAnnotation(RequestParam.class);
            if (single != null || (isUnannotated(parameter) && BeanUtils.isSimpleProperty(type))) {
                String name = single == null || single.name().isEmpty()
                        ? String.valueOf(parameter.getParameterName())
                        : single.name();
                names.put(name, type);
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class) || isForm(parameter, type)) {
                addFieldsOf(type, names);
            }
        }
        return names;
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

    private static void addFieldsOf(Class<?> type, Map<String, Class<?>> names) {
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                names.put(component.getName(), component.getType());
            }
        } else {
            for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(type)) {
                if (property.getWriteMethod() != null) {
                    names.put(property.getName(), property.getPropertyType());
                }
            }
        }
    }

    private static boolean takesSeveral(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }
}
