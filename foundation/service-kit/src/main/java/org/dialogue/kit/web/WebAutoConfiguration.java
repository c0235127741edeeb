package org.dialogue.kit.web;

import java.time.Clock;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.commands.IdempotencyStore;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The REST edge. Its filters stand behind the security chain, so that nobody unknown fills memory or collections. */
@AutoConfiguration(before = {JacksonAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@Import({ProblemLanguage.class, ProblemAdvice.class, InputAdvice.class, UncaughtErrors.class})
class WebAutoConfiguration {

    private static final int BEHIND_SECURITY = 0;
    private static final int BEFORE_SECURITY = -102;

    @Bean
    RestJson restJson() {
        return new RestJson();
    }

    /** A service's sentences stand in the package of its application. */
    @Bean
    Wordings wordings(BeanFactory beans) {
        return new Wordings(AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of());
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json, ProblemLanguage languages) {
        return new ProblemWriter(json, languages);
    }

    /** Swagger brings YAML along, and more could follow: what is no JSON is not read and not written. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer jsonAlone() {
        return converters -> converters.configureMessageConvertersList(
                all -> all.removeIf(converter -> !(converter instanceof JacksonJsonHttpMessageConverter
                        || converter instanceof StringHttpMessageConverter
                        || converter instanceof ByteArrayHttpMessageConverter
                        || converter instanceof ResourceHttpMessageConverter)));
    }

    @Bean
    Ids ids() {
        return new Ids();
    }

    @Bean
    RequestContext edge(CurrentActor currentActor, Clock clock) {
        return new RequestContext(currentActor, clock);
    }

    /** Behind what binds the request to its thread, which tells in which language to refuse. */
    @Bean
    FilterRegistrationBean<RequestDoor> requestDoor(ProblemWriter problems) {
        FilterRegistrationBean<RequestDoor> filter = new FilterRegistrationBean<>(new RequestDoor(problems));
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTheContainer(
            DialogueProperties properties) {
        return tomcat -> {
            tomcat.addEngineValves(new UnreadBodyValve(properties.web().bodyWithin()));
            tomcat.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ProblemReportValve.class.getName());
                }
            });
        };
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(DialogueProperties properties, ProblemWriter problems) {
        int limit = Math.toIntExact(properties.web().maxBody().toBytes());
        FilterRegistrationBean<BodyLimitFilter> filter = new FilterRegistrationBean<>(
                new BodyLimitFilter(limit, properties.web().bodyWithin(), problems));
        filter.setOrder(BEHIND_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            DialogueProperties properties, CurrentActor currentActor, IdempotencyStore store, ProblemWriter problems) {
        FilterRegistrationBean<IdempotencyFilter> filter =
                new FilterRegistrationBean<>(new IdempotencyFilter(properties, currentActor, store, problems));
        filter.setOrder(BEHIND_SECURITY + 1);
        return filter;
    }

    @Bean
    WebMvcConfigurer arguments(
            CurrentActor currentActor,
            @Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversions) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArgument(currentActor));
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                StrictConversions.addTo(registry);
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new DeclaredParameters(conversions.getObject()))
                        .addPathPatterns("/api/**");
            }
        };
    }
}
