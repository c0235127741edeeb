package org.dialogue.standalone.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays the three services on one port, as far as the loader can tell. Unlike them it does whatever it is told as often
 * as it is told, and keeps a list: so a test sees whether the loader doubles anything.
 */
final class FakeServices implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> IDS = Map.of(
            "units", "unitId",
            "bodies", "bodyId",
            "authorities", "authorityId",
            "people", "personId",
            "programmes", "programmeId",
            "questions", "questionId",
            "commitments", "commitmentId");

    static {
        // Else the JDK's server holds each reply back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Map<String, ObjectNode> things = new HashMap<>();
    private final List<Request> effects = new CopyOnWriteArrayList<>();
    private final AtomicReference<Fault> fault = new AtomicReference<>(request -> Outcome.DO);

    /** A request that changes something. */
    record Request(String method, String path, String by, String key, JsonNode body) {

        /** {@return method and path, with the id of what is created or of the person who is entered} */
        String what() {
            String id = body.path(IDS.getOrDefault(path.replace("/api/", ""), "person"))
                    .stringValue("");
            return (method + " " + path + " " + id).strip();
        }
    }

    /** What becomes of a request. */
    record Outcome(boolean done, boolean answered, int status, String problem) {

        static final Outcome DO = new Outcome(true, true, 200, "{}");
        static final Outcome LOSE_THE_REPLY = new Outcome(true, false, 0, "");
        static final Outcome LOSE_THE_REQUEST = new Outcome(false, false, 0, "");

        static Outcome refuse(int status, String problem) {
            return new Outcome(false, true, status, problem);
        }
    }

    /** Decides over a request that changes something. */
    @FunctionalInterface
    interface Fault {

        Outcome of(Request request);
    }

    FakeServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    SampleAddresses addresses() {
        URI here = URI.create("http://localhost:" + server.getAddress().getPort());
        return new SampleAddresses(here, here, here);
    }

    void fail(Fault next) {
        fault.set(next);
    }

    void recover() {
        fault.set(request -> Outcome.DO);
    }

    List<Request> effects() {
        return List.copyOf(effects);
    }

    List<String> whatHappened() {
        return effects.stream().map(Request::what).toList();
    }

    synchronized ObjectNode thing(String path) {
        return things.get(path);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("GET")) {
                ObjectNode found = thing(path);
                reply(exchange, found == null ? 404 : 200, found == null ? "{\"rule\":\"unknown\"}" : found.toString());
                return;
            }
            Request request = new Request(
                    exchange.getRequestMethod(),
                    path,
                    exchange.getRequestHeaders().getFirst("Authorization").replaceFirst("Bearer token-of-", ""),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    JSON.readTree(exchange.getRequestBody().readAllBytes()));
            Outcome outcome = fault.get().of(request);
            if (outcome.done()) {
                effects.add(request);
                perform(request);
            }
            if (outcome.answered()) {
                reply(exchange, outcome.status(), outcome.problem());
            }
        }
    }

    private synchronized void perform(Request request) {
        String[] road = request.path().split("/");
        if (road.length == 3) {
            String id = request.body().path(IDS.get(road[2])).stringValue("");
            ObjectNode thing = (ObjectNode) request.body().deepCopy();
            thing.put("stage", "ANNOUNCED").put("status", "RAISED");
            List.of("delegates", "assignments").forEach(thing::putArray);
            things.put(request.path() + "/" + id, thing);
            return;
        }
        String owner = String.join("/", List.of(road).subList(0, 4));
        ObjectNode thing = things.get(owner);
        switch (road[4]) {
            case "head" -> thing.putObject("head").set("id", request.body().path("person"));
            case "delegates" ->
                array(thing, "delegates").addObject().set("id", request.body().path("person"));
            case "opening" -> thing.put("stage", "OPEN");
            case "session" -> thing.put("stage", "SESSION_HELD");
            case "figures" -> thing.set("figures", request.body().path("figures"));
            case "assignments" -> assign(owner, thing, request.body());
            case "acceptance" -> thing.put("status", "ACCEPTED");
            case "draft" -> things.put(request.path(), (ObjectNode) request.body());
            case "clearance" ->
                array(thing, "clearances")
                        .addObject()
                        .set("answerId", request.body().path("answerId"));
            case "publication" -> publish(thing, request.body());
            case "conclusion" -> thing.put("status", "CONCLUDED");
            case "waiting" -> thing.set("awaiting", request.body());
            default -> throw new IllegalArgumentException(request.path());
        }
    }

    private void assign(String question, ObjectNode thing, JsonNode body) {
        for (JsonNode share : body.path("assignments")) {
            array(thing, "assignments").add(share);
            ObjectNode assignment = Script.object().put("status", "OPEN").put("question", question);
            List.of("clearances", "answers").forEach(assignment::putArray);
            things.put("/api/assignments/" + share.path("assignmentId").stringValue(), assignment);
        }
    }

    private void publish(ObjectNode assignment, JsonNode body) {
        array(assignment, "answers").addObject().set("answerId", body.path("answerId"));
        ObjectNode question = things.get(assignment.path("question").stringValue());
        boolean all = question.path("assignments")
                .valueStream()
                .map(share -> things.get(
                        "/api/assignments/" + share.path("assignmentId").stringValue()))
                .noneMatch(share -> share.path("answers").isEmpty());
        if (all) {
            question.put("status", "ANSWERED");
        }
    }

    private static ArrayNode array(ObjectNode thing, String field) {
        return (ArrayNode) thing.path(field);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
