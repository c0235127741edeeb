package org.dialogue.standalone.sample;

import java.util.List;
import org.dialogue.standalone.sample.SampleProgramme.Name;
import org.dialogue.standalone.sample.SampleProgramme.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bits of request bodies that many steps need. */
final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ArrayNode array(List<JsonNode> items) {
        return NODES.arrayNode().addAll(items);
    }

    static ObjectNode name(Name name) {
        return object().put("vi", name.vi()).put("en", name.en());
    }

    /** The articles give no due dates, and the file invents none. */
    static ObjectNode noDateSet() {
        return object().put("kind", "NONE_SET");
    }

    /** Puts a text where there is one. */
    static void putIfAny(ObjectNode target, String field, @Nullable String value) {
        if (value != null) {
            target.put(field, value);
        }
    }

    static void putTexts(ObjectNode target, String field, List<String> values) {
        var array = target.putArray(field);
        values.forEach(array::add);
    }

    static void putNumbers(ObjectNode target, String field, List<Integer> values) {
        var array = target.putArray(field);
        values.forEach(array::add);
    }

    /** {@return the note that history keeps of a source, such as {@code Baonghean.vn, articles 000 and 001}} */
    static ObjectNode source(String publisher, Source source) {
        String articles =
                (source.articles().size() == 1 ? "article " : "articles ") + String.join(" and ", source.articles());
        ObjectNode note = object().put("document", publisher + ", " + articles);
        putIfAny(note, "note", source.note());
        return note;
    }

    static boolean has(JsonNode array, String field, String value) {
        return array.valueStream()
                .anyMatch(item -> value.equals(item.path(field).stringValue(null)));
    }
}
