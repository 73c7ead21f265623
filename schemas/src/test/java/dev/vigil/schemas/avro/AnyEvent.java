package dev.vigil.schemas.avro;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes any event, with every component drawn at random. */
final class AnyEvent {
    private final Random random;

    AnyEvent(long seed) {
        this.random = new Random(seed);
    }

    <T> T of(Class<T> type) {
        return type.cast(value(type, "event"));
    }

    private Object value(Type type, String name) {
        if (type instanceof ParameterizedType parameterized) {
            return container(parameterized, name);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == int.class || plain == Integer.class) {
            return 1 + random.nextInt(1000);
        }
        if (plain == long.class || plain == Long.class) {
            return random.nextLong();
        }
        if (plain == double.class || plain == Double.class) {
            return random.nextGaussian() * 1e6;
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return random.nextBoolean();
        }
        if (plain == String.class) {
            return word();
        }
        if (plain == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L);
        }
        if (plain == LocalDate.class) {
            return LocalDate.ofEpochDay(random.nextInt(40_000));
        }
        if (plain == Duration.class) {
            return Duration.ofMillis(random.nextInt());
        }
        if (plain == URI.class) {
            return URI.create("http://telescope:9000/files/" + random.nextInt());
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        if (plain.isSealed()) {
            Class<?>[] members = plain.getPermittedSubclasses();
            return value(members[random.nextInt(members.length)], name);
        }
        return record(plain);
    }

    private Object record(Class<?> type) {
        if (type.getSimpleName().equals("Sha256")) {
            return build(
                    type, random.ints(64, 0, 16).mapToObj(Integer::toHexString).reduce("", String::concat));
        }
        if (type.getSimpleName().endsWith("Id")) {
            return build(type, "7DT05/" + Math.abs(random.nextInt()) + "/a%20b.fits");
        }
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            arguments.add(value(component.getGenericType(), component.getName()));
        }
        return build(type, arguments.toArray());
    }

    private static Object build(Class<?> type, Object... arguments) {
        return Form.Reflection.build(Form.Reflection.constructor(type), arguments);
    }

    private Object container(ParameterizedType type, String name) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return random.nextBoolean() ? Optional.of(value(of[0], name)) : Optional.empty();
        }
        if (type.getRawType() == List.class) {
            List<Object> list = new ArrayList<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                list.add(value(of[0], name));
            }
            return list;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(word(), value(of[1], name));
        }
        return map;
    }

    private String word() {
        String letters = "abc XYZ09._-/äöü한星\n\"";
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
