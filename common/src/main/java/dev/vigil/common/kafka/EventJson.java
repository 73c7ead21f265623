package dev.vigil.common.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Events as JSON that a person can read: times in ISO form, durations in seconds, and one of several forms named by "is". */
public final class EventJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventJson() {}

    /** An event in one line. */
    public static String line(Object event) {
        return of(event).toString();
    }

    /** An event over several lines. */
    public static String pretty(Object event) {
        return of(event).toPrettyString();
    }

    /** An event as a tree. */
    public static JsonNode of(Object value) {
        if (value instanceof Record event) {
            return isName(event) ? NODES.textNode(event.toString()) : object(event);
        }
        if (value instanceof Optional<?> perhaps) {
            return perhaps.map(EventJson::of).orElse(NODES.nullNode());
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(each -> array.add(of(each)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            new TreeMap<>(map).forEach((name, each) -> object.set(name.toString(), of(each)));
            return object;
        }
        if (value instanceof Duration duration) {
            return NODES.numberNode(duration.toNanos() / 1e9);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return JSON.valueToTree(value);
        }
        return NODES.textNode(String.valueOf(value));
    }

    private static ObjectNode object(Record event) {
        ObjectNode object = NODES.objectNode();
        if (event.getClass().getInterfaces().length == 1
                && event.getClass().getInterfaces()[0].isSealed()) {
            object.put("is", event.getClass().getSimpleName());
        }
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            object.set(component.getName(), of(read(component, event)));
        }
        return object;
    }

    /** A record that only gives a text a type is that text. */
    private static boolean isName(Record event) {
        RecordComponent[] components = event.getClass().getRecordComponents();
        return components.length == 1
                && components[0].getType() == String.class
                && components[0].getName().equals("value");
    }

    private static Object read(RecordComponent component, Record event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
