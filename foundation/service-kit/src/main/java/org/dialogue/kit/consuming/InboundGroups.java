package org.dialogue.kit.consuming;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** The processing groups of a service, and which of them take the events of other services. */
final class InboundGroups {

    private final Map<String, Boolean> inboundByGroup = new TreeMap<>();

    /** @throws IllegalStateException if the beans of a group disagree about where their events come from */
    static InboundGroups of(ListableBeanFactory beans) {
        InboundGroups groups = new InboundGroups();
        for (String bean : beans.getBeanNamesForAnnotation(ProcessingGroup.class)) {
            Class<?> type = beans.getType(bean, false);
            if (type != null) {
                groups.add(type);
            }
        }
        return groups;
    }

    private void add(Class<?> handler) {
        ProcessingGroup group = AnnotatedElementUtils.findMergedAnnotation(handler, ProcessingGroup.class);
        if (group == null) {
            return;
        }
        boolean inbound = AnnotatedElementUtils.hasAnnotation(handler, Inbound.class);
        Boolean known = inboundByGroup.putIfAbsent(group.value(), inbound);
        if (known != null && known != inbound) {
            throw new IllegalStateException(
                    "some handlers of the group " + group.value() + " are @Inbound and some are not");
        }
    }

    Set<String> all() {
        return inboundByGroup.keySet();
    }

    boolean isInbound(String group) {
        return inboundByGroup.getOrDefault(group, false);
    }
}
