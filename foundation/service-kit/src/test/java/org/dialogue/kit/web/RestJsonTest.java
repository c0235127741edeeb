package org.dialogue.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.rules.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class RestJsonTest {

    enum Colour {
        RED,
        GREEN
    }

    record Inner(int count, Integer boxed, long big, Boolean flag, BigDecimal amount, String text) {}

    record Outer(
            Instant at,
            LocalDate day,
            Colour colour,
            BodyId body,
            String text,
            List<String> topics,
            Map<String, String> names,
            Inner inner,
            List<Inner> inners,
            List<LocalDate> days) {}

    private final JsonMapper json = mapper();

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new RestJson().customize(builder);
        return builder.build();
    }

    @Test
    void readsWhatIsRight() {
        Outer read = json.readValue("""
                {"at":"2027-01-05T15:30:00+07:00","day":"2027-01-05","colour":"RED","body":"son-hai","text":"a\\r\\nb\\tc",
                 "topics":["Nghe\\u0323\\u0302 An"],"names":{"vi":"x"},"inner":{"count":1,"boxed":2,"big":3,"flag":true,
                 "amount":12.50,"text":"t"},"inners":[{"count":0}],"days":["2024-02-29"]}
                """.replace("{\"count\":0}", "{\"count\":0,\"big\":0}"), Outer.class);

        assertThat(read.at()).isEqualTo("2027-01-05T08:30:00Z");
        assertThat(read.text()).isEqualTo("a\nb\tc");
        assertThat(read.topics()).containsExactly("Nghệ An");
        assertThat(read.inner().amount()).isEqualByComparingTo("12.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"at\":1e400} | at | wrong-type",
                "{\"at\":0} | at | wrong-type",
                "{\"at\":1730000000.5} | at | wrong-type",
                "{\"at\":\"1730000000\"} | at | wrong-type",
                "{\"at\":[2027,1,5]} | at | wrong-type",
                "{\"at\":{}} | at | wrong-type",
                "{\"at\":true} | at | wrong-type",
                "{\"at\":\"\"} | at | wrong-type",
                "{\"at\":\" 2027-01-05T08:30:00Z\"} | at | wrong-type",
                "{\"at\":\"2027-01-05\"} | at | wrong-type",
                "{\"at\":\"2027-02-30T08:30:00Z\"} | at | wrong-type",
                "{\"at\":\"-1000000000-01-01T00:00:00Z\"} | at | wrong-type",
                "{\"at\":\"+12345-01-01T00:00:00Z\"} | at | wrong-type",
                "{\"at\":\"2027-01-05T08:30:00+07:00[Asia/Bangkok]\"} | at | wrong-type",
                "{\"day\":[2027,1,5]} | day | wrong-type",
                "{\"day\":20000} | day | wrong-type",
                "{\"day\":\"2027-1-5\"} | day | wrong-type",
                "{\"day\":\"2027-02-29\"} | day | wrong-type",
                "{\"day\":\"2027-01-05T08:30:00Z\"} | day | wrong-type",
                "{\"days\":[\"2027-01-05\",7]} | days[1] | wrong-type",
                "{\"days\":\"2027-01-05\"} | days | wrong-type",
                "{\"colour\":\" RED\"} | colour | wrong-type",
                "{\"colour\":\"red\"} | colour | wrong-type",
                "{\"colour\":0} | colour | wrong-type",
                "{\"colour\":\"0\"} | colour | wrong-type",
                "{\"colour\":\"\"} | colour | wrong-type",
                "{\"colour\":[\"RED\"]} | colour | wrong-type",
                "{\"body\":\"no good\"} | body | format",
                "{\"body\":7} | body | wrong-type",
                "{\"text\":7} | text | wrong-type",
                "{\"text\":true} | text | wrong-type",
                "{\"text\":[\"x\"]} | text | wrong-type",
                "{\"text\":{\"x\":1}} | text | wrong-type",
                "{\"topics\":[\"a\",[\"b\"]]} | topics[1] | wrong-type",
                "{\"topics\":\"a\"} | topics | wrong-type",
                "{\"topics\":{\"0\":\"a\"}} | topics | wrong-type",
                "{\"inner\":{\"count\":1.5}} | inner.count | wrong-type",
                "{\"inner\":{\"count\":1.0}} | inner.count | wrong-type",
                "{\"inner\":{\"count\":\"1\"}} | inner.count | wrong-type",
                "{\"inner\":{\"count\":true}} | inner.count | wrong-type",
                "{\"inner\":{\"count\":99999999999}} | inner.count | wrong-type",
                "{\"inner\":{\"count\":null}} | inner.count | wrong-type",
                "{\"inner\":{\"boxed\":1.5}} | inner.boxed | wrong-type",
                "{\"inner\":{\"boxed\":\"\"}} | inner.boxed | wrong-type",
                "{\"inner\":{\"big\":1e30}} | inner.big | wrong-type",
                "{\"inner\":{\"flag\":\"true\"}} | inner.flag | wrong-type",
                "{\"inner\":{\"flag\":1}} | inner.flag | wrong-type",
                "{\"inner\":{\"flag\":\"\"}} | inner.flag | wrong-type",
                "{\"inner\":{\"amount\":\"12\"}} | inner.amount | wrong-type",
                "{\"inner\":{\"amount\":\"NaN\"}} | inner.amount | wrong-type",
                "{\"inner\":{\"amount\":1e999999}} | inner.amount | range",
                "{\"inner\":{\"amount\":1e-999999}} | inner.amount | range",
                "{\"inner\":{\"amount\":1e99999999999999}} | inner.amount | range",
                "{\"inner\":[]} | inner | wrong-type",
                "{\"inner\":\"\"} | inner | wrong-type",
                "{\"inners\":[{\"count\":1,\"big\":1,\"more\":[{}]}]} | inners[0].more | unknown-field",
                "{\"names\":{\"a\\u0000\":\"x\"}} | names | control-character",
                "{\"names\":{\"a\":\"\\u202e\"}} | names.a | direction-control",
                "{\"topics\":{\"a\",\"b\"]} | topics | wrong-type",
                "[] | `` | wrong-type",
                "7 | `` | wrong-type",
                "\"x\" | `` | wrong-type"
            })
    void namesWhatIsWrong(String body, String field, String rule) {
        assertThat(violations(body))
                .extracting(violation -> violation.field() + " " + violation.rule())
                .containsExactly((field == null ? "" : field) + " " + rule);
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThat(violations("""
                        {"at":7,"colour":"red","mystery":{"a":[1,{"b":2}]},"topics":["a",1,"\\ud800"],
                         "inner":{"count":"x","flag":"y","text":{"deep":[[]]}},"days":[[1],{"x":{}},"2027-01-05"],
                         "day":"2027-01-05"}
                        """))
                .extracting(violation -> violation.field() + " " + violation.rule())
                .containsExactlyInAnyOrder(
                        "at wrong-type",
                        "colour wrong-type",
                        "mystery unknown-field",
                        "topics[1] wrong-type",
                        "topics[2] lone-surrogate",
                        "inner.count wrong-type",
                        "inner.flag wrong-type",
                        "inner.text wrong-type",
                        "days[0] wrong-type",
                        "days[1] wrong-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"inner\":{\"count\":1,\"count\":1}}",
                "{\"unheard\":{\"x\":1,\"x\":1}}",
                "{\"text\":\"a\"} {}",
                "{\"text\":\"a\"}]",
                "{\"inner\":{\"amount\":NaN}}",
                "{\"inner\":{\"amount\":Infinity}}",
                "{\"inner\":{\"amount\":+1}}",
                "{\"inner\":{\"count\":01}}",
                "{'text':'a'}",
                "{\"text\":\"a\",}",
                "{\"text\":\"a\nb\"}",
                "{/* */}",
                "{\"text\":",
                "\uFEFF{\"text\":\"a\"}\uFEFF"
            })
    void readsNothingElse(String body) {
        assertThat(catchThrowableOfType(JacksonException.class, () -> json.readValue(body, Outer.class)))
                .isNotNull();
    }

    @Test
    void namesADuplicateWhereverItIs() {
        JacksonException twice = catchThrowableOfType(
                JacksonException.class,
                () -> json.readValue("{\"inners\":[{\"count\":1,\"big\":1,\"count\":1}]}", Outer.class));

        assertThat(JsonViolations.ofBody(twice).field()).isEqualTo("inners[0].count");
        assertThat(JsonViolations.ofBody(twice).rule()).isEqualTo("duplicate-field");
    }

    @Test
    void readsNoBottomlessPit() {
        JacksonException deep = catchThrowableOfType(
                JacksonException.class,
                () -> json.readValue("{\"unheard\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", Outer.class));

        assertThat(JsonViolations.ofBody(deep).rule()).isEqualTo("beyond-limits");
    }

    private List<Violation> violations(String body) {
        UnreadableBody unreadable = catchThrowableOfType(UnreadableBody.class, () -> json.readValue(body, Outer.class));
        assertThat(unreadable).as(body).isNotNull();
        return unreadable.violations();
    }
}
