package org.dialogue.kit.sample;

import org.dialogue.kit.ServiceName;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
@ServiceName("sample-service")
public class SampleService {}
