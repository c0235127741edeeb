package org.dialogue.quality;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.bson.Document;
import org.dialogue.quality.harness.Ledgers;
import org.dialogue.quality.harness.Patience;
import org.dialogue.quality.harness.Rest;
import org.dialogue.quality.harness.SampleSuite;
import org.dialogue.quality.harness.Servers;
import org.dialogue.quality.harness.ServiceProcess;
import org.dialogue.quality.harness.Suite;
import org.dialogue.standalone.sample.SampleFailed;
import org.junit.jupiter.api.Test;

/**
 * Two instances of each service take the sample and programmes of other years beside it, and now and then one of the six
 * stands still for a while, as on a machine that is overloaded, and then goes on as if nothing had been. In the end lists,
 * reference data and reports are the same at both, and the same as when they are computed anew; nothing is parked and
 * nothing doubled.
 *
 * <p>{@code -Ddialogue.long=true} stops one of them ten times instead of twice.
 */
class TwoInstancesIT {

    private static final long SEED = Long.getLong("dialogue.seed", 460_127);
    private static final boolean LONG = Boolean.getBoolean("dialogue.long");
    private static final int STOPS = LONG ? 10 : 2;
    private static final int STOP_SECONDS = 20;
    private static final int FIRST_YEAR_OF_OTHERS = 2031;
    private static final Map<String, List<String>> PROJECTIONS = Map.of(
            "dialogue", List.of("unit_list", "body_list", "authority_list", "people_list", "programme_list"),
            "answer", List.of("assignments", "known_bodies", "known_people", "known_questions", "known_programmes"));

    private final Random random = new Random(SEED);

    @Test
    void nothingIsParkedDoubledOrPutBackWhenAnInstanceStandsStill() {
        System.out.println("TwoInstancesIT: -Ddialogue.seed=" + SEED);
        try (var sample = new SampleSuite("two-instances", Servers.shared())) {
            Suite suite = sample.suite().startTwins();
            List<ServiceProcess> six =
                    Stream.concat(suite.all().stream(), suite.twins().stream()).toList();
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
                sample.load(TwoInstancesIT::mustGoOn);
                for (int year = FIRST_YEAR_OF_OTHERS; !over.get(); year++) {
                    sample.loadAnother(year, TwoInstancesIT::mustGoOn);
                }
            });
            for (int stop = 0; stop < STOPS; stop++) {
                standStill(six.get(random.nextInt(six.size())), suite.recorded() + random.nextInt(60), suite);
                assertThat(load).as("there is something to do all the time").isNotDone();
            }
            over.set(true);
            await("the load to end").atMost(Patience.NEWS.multipliedBy(4)).until(load::isDone);
            load.join();

            Ledgers ledgers = suite.awaitQuiet();
            ledgers.assertWhole();
            assertThat(six)
                    .allSatisfy(each -> assertThat(
                                    each.metrics().sum("dialogue_dead_letters").orElseThrow())
                            .isZero());
            assertProjectionsEqualARebuild(sample);
            assertThat(sample.reports(suite.twins().get(2)).comparable())
                    .isEqualTo(sample.reports(suite.reports()).comparable());
            rebuildViews(sample.as("operator", suite.twins().get(2)));
            assertThat(sample.reports(suite.twins().get(2)).comparable())
                    .isEqualTo(sample.reports(suite.reports()).comparable());
        }
    }

    /** A load waits longer than an instance stands still. */
    private static void mustGoOn(SampleFailed failure) {
        throw failure;
    }

    /** At a moment that the load decides about, so that a seed repeats it as well as it can be repeated. */
    private static void standStill(ServiceProcess process, long atEvents, Suite suite) {
        long deadline = System.nanoTime() + Patience.START.toNanos();
        await(atEvents + " events")
                .atMost(Patience.START.multipliedBy(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> suite.recorded() >= atEvents || System.nanoTime() > deadline);
        System.out.println("TwoInstancesIT: stops " + process + " at " + suite.recorded() + " events");
        process.suspend();
        long until = System.nanoTime() + Duration.ofSeconds(STOP_SECONDS).toNanos();
        try {
            await("the end of the pause")
                    .atMost(Duration.ofSeconds(STOP_SECONDS + 60L))
                    .until(() -> System.nanoTime() > until);
        } finally {
            process.resume();
        }
    }

    private static void assertProjectionsEqualARebuild(SampleSuite sample) {
        PROJECTIONS.forEach((service, names) -> names.forEach(name -> {
            Map<String, String> live = entries(sample, service, name);
            ServiceProcess twin = sample.suite().twins().get(service.equals("dialogue") ? 0 : 1);
            Rest operator = sample.as("operator", twin);
            assertThat(operator.post("/api/projections/" + name + "/rebuild", "")
                            .succeeded()
                            .body()
                            .path("failed")
                            .asInt())
                    .isZero();
            assertThat(entries(sample, service, name)).as(name).isEqualTo(live).isNotEmpty();
        }));
    }

    private static Map<String, String> entries(SampleSuite sample, String service, String name) {
        return sample.suite().documents(service, name).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        document -> versioned(document.getValue()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String versioned(Document document) {
        return document.getLong("version") + " " + document.getString("entry");
    }

    private static void rebuildViews(Rest operator) {
        List<String> views = operator.get("/api/reports/views")
                .succeeded()
                .body()
                .valueStream()
                .map(view -> view.path("name").asString())
                .toList();
        for (String view : views) {
            operator.post("/api/reports/views/" + view + "/rebuild", "{}").succeeded();
            await(view + " to be rebuilt")
                    .atMost(Patience.NEWS)
                    .until(() -> operator.get("/api/reports/views/" + view)
                            .succeeded()
                            .body()
                            .path("rebuild")
                            .hasNonNull("finished"));
        }
    }
}
