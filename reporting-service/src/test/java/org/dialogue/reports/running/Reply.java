package org.dialogue.reports.running;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What the service answered. */
public record Reply(int status, HttpHeaders headers, JsonNode body) {}
