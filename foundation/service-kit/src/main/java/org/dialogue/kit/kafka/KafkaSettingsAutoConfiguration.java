package org.dialogue.kit.kafka;

import org.dialogue.kit.DialogueProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** The settings and topics that publisher, inbox and health share. */
@AutoConfiguration
@EnableConfigurationProperties(KafkaProperties.class)
class KafkaSettingsAutoConfiguration {

    @Bean
    KafkaSettings kafkaSettings(KafkaProperties kafka, DialogueProperties properties) {
        return new KafkaSettings(kafka, properties.kafka().bootstrapServers(), properties.service());
    }

    @Bean
    Topics topics(KafkaSettings settings) {
        return new Topics(settings.forAdmin("topics"));
    }
}
