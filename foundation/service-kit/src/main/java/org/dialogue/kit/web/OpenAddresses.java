package org.dialogue.kit.web;

import org.springframework.security.web.util.matcher.RequestMatcher;

/** As a bean of a service: requests that need no token. One that is shown has to be good all the same. */
@FunctionalInterface
public interface OpenAddresses extends RequestMatcher {}
