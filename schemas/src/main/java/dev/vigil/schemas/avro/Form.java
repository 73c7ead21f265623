package dev.vigil.schemas.avro;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;

/** How a Java type stands in Avro's generic data: one form for each kind of type that an event may hold. */
interface Form {
    /** The Avro value of a Java value. */
    Object toAvro(Object value);

    /** The Java value of an Avro value. */
    Object fromAvro(Object value);

    /** The form of a Java type under a schema. */
    static Form of(Type type, Schema schema) {
        if (type instanceof ParameterizedType parameterized) {
            return ofParameterized(parameterized, schema);
        }
        Class<?> plain = (Class<?>) type;
        Form simple = Simple.FORMS.get(plain);
        if (simple != null) {
            return simple;
        }
        if (plain.isEnum()) {
            return new Symbol(plain, schema);
        }
        if (plain.isSealed()) {
            return OneOf.of(plain, schema);
        }
        if (schema.getType() == Schema.Type.STRING) {
            return new Wrapped(plain);
        }
        return OfRecord.of(plain, schema);
    }

    private static Form ofParameterized(ParameterizedType type, Schema schema) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return new Perhaps(of(of[0], schema.getTypes().get(1)));
        }
        if (type.getRawType() == List.class) {
            return new Many(of(of[0], schema.getElementType()), schema);
        }
        if (type.getRawType() == Map.class && of[0] == String.class) {
            return new Named(of(of[1], schema.getValueType()));
        }
        throw new IllegalArgumentException("no form for " + type);
    }

    /** Types that are a single number or text in Avro. */
    record Simple(Function<Object, Object> out, Function<Object, Object> in) implements Form {
        private static final Map<Class<?>, Form> FORMS = forms();

        private static Map<Class<?>, Form> forms() {
            Map<Class<?>, Form> forms = new HashMap<>();
            for (Class<?> same : List.of(
                    int.class,
                    Integer.class,
                    long.class,
                    Long.class,
                    double.class,
                    Double.class,
                    boolean.class,
                    Boolean.class)) {
                forms.put(same, new Simple(Function.identity(), Function.identity()));
            }
            forms.put(String.class, new Simple(Function.identity(), Object::toString));
            forms.put(URI.class, new Simple(Object::toString, text -> URI.create(text.toString())));
            forms.put(Instant.class, new Simple(Simple::micros, Simple::instant));
            forms.put(
                    LocalDate.class,
                    new Simple(
                            date -> (int) ((LocalDate) date).toEpochDay(),
                            days -> LocalDate.ofEpochDay((Integer) days)));
            forms.put(Duration.class, new Simple(Simple::seconds, Simple::duration));
            return forms;
        }

        private static Object micros(Object instant) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) instant);
        }

        private static Object instant(Object micros) {
            return Instant.EPOCH.plus((Long) micros, ChronoUnit.MICROS);
        }

        private static Object seconds(Object duration) {
            return ((Duration) duration).getSeconds() + ((Duration) duration).getNano() / 1e9;
        }

        private static Object duration(Object seconds) {
            return Duration.ofNanos(Math.round((Double) seconds * 1e9));
        }

        @Override
        public Object toAvro(Object value) {
            return out.apply(value);
        }

        @Override
        public Object fromAvro(Object value) {
            return in.apply(value);
        }
    }

    /** An enum. */
    record Symbol(Class<?> type, Schema schema, Map<String, Object> constants) implements Form {
        Symbol(Class<?> type, Schema schema) {
            this(
                    type,
                    schema,
                    Arrays.stream(type.getEnumConstants())
                            .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity())));
        }

        @Override
        public Object toAvro(Object value) {
            return new GenericData.EnumSymbol(schema, ((Enum<?>) value).name());
        }

        @Override
        public Object fromAvro(Object value) {
            return Optional.ofNullable(constants.get(value.toString()))
                    .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " has no " + value));
        }
    }

    /** A value that may be absent: a union with null. */
    record Perhaps(Form inner) implements Form {
        @Override
        public Object toAvro(Object value) {
            return ((Optional<?>) value).map(inner::toAvro).orElse(null);
        }

        @Override
        public Object fromAvro(Object value) {
            return Optional.ofNullable(value).map(inner::fromAvro);
        }
    }

    /** A list. */
    record Many(Form inner, Schema schema) implements Form {
        @Override
        public Object toAvro(Object value) {
            List<?> values = (List<?>) value;
            GenericData.Array<Object> array = new GenericData.Array<>(values.size(), schema);
            values.forEach(each -> array.add(inner.toAvro(each)));
            return array;
        }

        @Override
        public Object fromAvro(Object value) {
            List<Object> list = new ArrayList<>();
            ((Iterable<?>) value).forEach(each -> list.add(inner.fromAvro(each)));
            return list;
        }
    }

    /** A map from names; in the order of the names, so that the same event has the same bytes. */
    record Named(Form inner) implements Form {
        @Override
        public Object toAvro(Object value) {
            Map<String, Object> map = new TreeMap<>();
            ((Map<?, ?>) value).forEach((name, each) -> map.put((String) name, inner.toAvro(each)));
            return map;
        }

        @Override
        public Object fromAvro(Object value) {
            Map<String, Object> map = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((name, each) -> map.put(name.toString(), inner.fromAvro(each)));
            return map;
        }
    }

    /** A record that only gives a text a type. */
    record Wrapped(Constructor<?> constructor, RecordComponent component) implements Form {
        Wrapped(Class<?> type) {
            this(Reflection.constructor(type), type.getRecordComponents()[0]);
        }

        @Override
        public Object toAvro(Object value) {
            return Reflection.read(component, value);
        }

        @Override
        public Object fromAvro(Object value) {
            return Reflection.build(constructor, value.toString());
        }
    }

    /** A record, field by component, matched by name. */
    record OfRecord(
            Schema schema, Constructor<?> constructor, RecordComponent[] components, int[] positions, Form[] forms)
            implements Form {
        static OfRecord of(Class<?> type, Schema schema) {
            RecordComponent[] components = type.getRecordComponents();
            int[] positions = new int[components.length];
            Form[] forms = new Form[components.length];
            for (int i = 0; i < components.length; i++) {
                Schema.Field field = schema.getField(components[i].getName());
                if (field == null) {
                    throw new IllegalArgumentException(type.getSimpleName() + "." + components[i].getName()
                            + " is not in the schema " + schema.getName());
                }
                positions[i] = field.pos();
                forms[i] = Form.of(components[i].getGenericType(), field.schema());
            }
            return new OfRecord(schema, Reflection.constructor(type), components, positions, forms);
        }

        @Override
        public Object toAvro(Object value) {
            GenericData.Record avro = new GenericData.Record(schema);
            for (int i = 0; i < components.length; i++) {
                avro.put(positions[i], forms[i].toAvro(Reflection.read(components[i], value)));
            }
            return avro;
        }

        @Override
        public Object fromAvro(Object value) {
            Object[] arguments = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                arguments[i] = forms[i].fromAvro(((IndexedRecord) value).get(positions[i]));
            }
            return Reflection.build(constructor, arguments);
        }
    }

    /** One of several records: a union. */
    record OneOf(Map<String, Form> forms) implements Form {
        static OneOf of(Class<?> type, Schema union) {
            Map<String, Form> forms = new HashMap<>();
            for (Class<?> member : type.getPermittedSubclasses()) {
                Schema branch = union.getTypes().stream()
                        .filter(schema -> schema.getName().equals(member.getSimpleName()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " may be a "
                                + member.getSimpleName() + ", which its schema does not know"));
                forms.put(member.getSimpleName(), OfRecord.of(member, branch));
            }
            return new OneOf(forms);
        }

        @Override
        public Object toAvro(Object value) {
            return forms.get(value.getClass().getSimpleName()).toAvro(value);
        }

        @Override
        public Object fromAvro(Object value) {
            String name = ((IndexedRecord) value).getSchema().getName();
            Form form = forms.get(name);
            if (form == null) {
                throw new IllegalArgumentException("this version does not know what a " + name + " is");
            }
            return form.fromAvro(value);
        }
    }

    /** Reading and building records, with the checks' own exceptions let through. */
    final class Reflection {
        private Reflection() {}

        static Constructor<?> constructor(Class<?> type) {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            try {
                return type.getDeclaredConstructor(types);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record without its constructor: " + type, e);
            }
        }

        static Object read(RecordComponent component, Object value) {
            try {
                return component.getAccessor().invoke(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }

        static Object build(Constructor<?> constructor, Object... arguments) {
            try {
                return constructor.newInstance(arguments);
            } catch (InvocationTargetException e) {
                throw new IllegalArgumentException(
                        "not a " + constructor.getDeclaringClass().getSimpleName() + ": "
                                + e.getCause().getMessage(),
                        e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot build " + constructor, e);
            }
        }
    }
}
