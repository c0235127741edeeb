package org.dialogue.kit.consuming;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean whose {@code @EventHandler} methods take the events of other services, as they arrive from Kafka. It also
 * names its group: {@code @ProcessingGroup}. Without this mark the handlers of a group take the events of the service's
 * own ledger. All beans of one group take theirs from the same side.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Inbound {}
