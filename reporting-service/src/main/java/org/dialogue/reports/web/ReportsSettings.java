package org.dialogue.reports.web;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is set under {@code dialogue.reports.*}.
 *
 * @param zone the host's time zone, which decides when a day ends
 */
@ConfigurationProperties("dialogue.reports")
record ReportsSettings(@DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone) {}
