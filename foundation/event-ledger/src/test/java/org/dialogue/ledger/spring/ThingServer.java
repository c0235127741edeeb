package org.dialogue.ledger.spring;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.dialogue.embedded.TestServers;
import org.dialogue.ledger.TestMongo;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running {@link ThingApplication}, on a database of its own. */
public final class ThingServer implements AutoCloseable {

    public static final String ORIGIN = "example.org/things";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String database;
    private final boolean first;
    private final ConfigurableApplicationContext application;

    private ThingServer(String database, boolean first, List<String> settings) {
        this.database = database;
        this.first = first;
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--server.port=0");
        arguments.add("--spring.mongodb.uri=" + withDatabase(TestServers.mongoUri()));
        arguments.add("--ledger.origin=" + ORIGIN);
        // The application's own choice, whatever its events are stored in: Axon's default cannot read records.
        List.of("general", "messages", "events")
                .forEach(serializer -> arguments.add("--axon.serializer." + serializer + "=jackson3"));
        application = new SpringApplicationBuilder(ThingApplication.class).run(arguments.toArray(String[]::new));
    }

    /** Starts it with the two settings that are needed, and others. */
    public static ThingServer start(String... settings) {
        return new ThingServer("things_" + UUID.randomUUID().toString().replace("-", ""), true, List.of(settings));
    }

    /** Starts another instance of this application, on the same ledger; it is to be closed before this one. */
    ThingServer another() {
        return new ThingServer(database, false, List.of());
    }

    private String withDatabase(String uri) {
        URI parsed = URI.create(uri.replaceFirst(",[^/?]*", ""));
        String query = parsed.getQuery() == null ? "" : "?" + parsed.getQuery();
        String hosts = uri.replaceFirst("^mongodb://", "").replaceFirst("[/?].*$", "");
        return "mongodb://" + hosts + "/" + database + query;
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public boolean has(Class<?> type) {
        return !application.getBeansOfType(type).isEmpty();
    }

    <T> T send(Object command) {
        return bean(CommandGateway.class).sendAndWait(command);
    }

    /** Sends commands that lead to so many events. */
    public void record(int events) {
        send(new Thing.Begin("t1"));
        for (int i = 1; i < events; i++) {
            again();
        }
    }

    /** Sends a command that leads to one event more. */
    public int again() {
        return this.<Integer>send(new Thing.DoAgain("t1"));
    }

    public MongoDatabase database() {
        return TestMongo.client().getDatabase(database);
    }

    public HttpResponse<byte[]> get(String path) {
        String port = application.getEnvironment().getProperty("local.server.port");
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path + " was not waited for", e);
        }
    }

    /** Ends this instance; the last to be closed is the one that was started first, which drops the database. */
    @Override
    public void close() {
        application.close();
        if (first) {
            database().drop();
        }
    }
}
