package org.dialogue.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the service beside its {@code @SpringBootApplication}. The name is the application's name, the source of its
 * events, the base of its database's name, and the name of its configuration file: {@code dialogue-service.yml}. Thus
 * several services can stand on one class path.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ServiceName {

    /** {@return the name, such as {@code dialogue-service}} */
    String value();
}
