package dev.vigil.common.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user has set: the settings file, overridden by the environment. Everything else has its default. */
public final class Config {
    /** Variables that begin with VIGIL_ and are no settings: the launcher's and the log's. */
    private static final List<String> NOT_SETTINGS = List.of(
            "VIGIL_SETTINGS",
            "VIGIL_JAVA_OPTS",
            "VIGIL_JARS",
            "VIGIL_HOME",
            "VIGIL_LOG",
            "VIGIL_LOG_LEVEL",
            "VIGIL_VERSION");

    private static final String KAFKA = "kafka.";

    private final Map<String, Value> values;
    private final List<String> mistakes;

    private Config(Map<String, Value> values, List<String> mistakes) {
        this.values = new TreeMap<>(values);
        this.mistakes = List.copyOf(mistakes);
    }

    /** A value, and where it was set. */
    record Value(String text, String where) {}

    /** The settings file named by VIGIL_SETTINGS, or vigil.yaml here if there is one, and this process's environment. */
    public static Config fromEnvironment() {
        return from(System.getenv(), Path.of(""));
    }

    /** The same, of a given environment and folder. */
    public static Config from(Map<String, String> environment, Path folder) {
        Map<String, Value> values = new TreeMap<>();
        List<String> mistakes = new ArrayList<>();
        file(environment, folder).ifPresent(file -> SettingsFile.read(file, values, mistakes));
        Map<String, String> names = Settings.all().stream().collect(Collectors.toMap(Setting::variable, Setting::name));
        new TreeMap<>(environment).forEach((variable, text) -> {
            if (variable.startsWith("VIGIL_") && !NOT_SETTINGS.contains(variable)) {
                values.put(name(variable, names), new Value(text, "environment variable " + variable));
            }
        });
        return new Config(values, mistakes);
    }

    /** Settings by name, as a test or the all-in-one gives them. */
    public static Config of(Map<String, String> settings) {
        Map<String, Value> values = new TreeMap<>();
        settings.forEach((name, text) -> values.put(name, new Value(text, "the program")));
        return new Config(values, List.of());
    }

    private static Optional<Path> file(Map<String, String> environment, Path folder) {
        String named = environment.get("VIGIL_SETTINGS");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return Optional.of(folder.resolve("vigil.yaml")).filter(Files::exists);
    }

    private static String name(String variable, Map<String, String> names) {
        String known = names.get(variable);
        if (known != null) {
            return known;
        }
        return ofUnit(variable)
                .orElseGet(() -> variable.substring("VIGIL_".length())
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', '.'));
    }

    /** The name of a unit keeps its letters as they are: {@code VIGIL_SCHEDULER_UNITS_HSC_LINE_RATE}. */
    private static Optional<String> ofUnit(String variable) {
        return Settings.all().stream()
                .filter(Settings::isOfUnits)
                .flatMap(setting -> ofUnit(variable, setting).stream())
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    private static Optional<String> ofUnit(String variable, Setting<?> setting) {
        String[] parts = setting.of("\n").variable().split("\n");
        boolean fits = variable.startsWith(parts[0])
                && variable.endsWith(parts[1])
                && variable.length() > parts[0].length() + parts[1].length();
        return fits
                ? Optional.of(setting.of(variable.substring(parts[0].length(), variable.length() - parts[1].length()))
                        .name())
                : Optional.empty();
    }

    /** The same with one more setting, which comes before all others. */
    public Config with(String name, String text) {
        return with(name, text, "the program");
    }

    /** The same, and says where it was set. */
    public Config with(String name, String text, String where) {
        Map<String, Value> more = new TreeMap<>(values);
        more.put(name, new Value(text, where));
        return new Config(more, mistakes);
    }

    /** The same with the value of a setting. */
    public Config with(Setting<?> setting, Object value) {
        return with(setting.name(), value.toString());
    }

    /** Whether a user has set this, rather than left it at its default. */
    public boolean sets(Setting<?> setting) {
        return values.containsKey(setting.name());
    }

    /** Builds a service's settings; if anything is wrong, all that is wrong is said at once. */
    public <T> T read(Function<Reader, T> reading) {
        List<String> found = check();
        Reader reader = new Reader();
        T settings = found.isEmpty() ? reading.apply(reader) : null;
        if (!found.isEmpty()) {
            throw new SettingsException(found);
        }
        return settings;
    }

    /** All that is wrong, in sentences; empty when nothing is. */
    public List<String> check() {
        List<String> found = new ArrayList<>(mistakes);
        values.forEach((name, value) -> {
            Optional<Setting<?>> setting = Settings.named(name);
            if (setting.isPresent()) {
                wrong(setting.get(), value).ifPresent(found::add);
            } else if (!name.startsWith(KAFKA) || KafkaKeys.isMistyped(name.substring(KAFKA.length()))) {
                found.add(value.where() + ": there is no setting " + name
                        + Suggestion.of(name, KafkaKeys.and(known(name))));
            }
        });
        found.addAll(Contradictions.of(new Reader()));
        return found;
    }

    /** Files that settings name and that this process cannot read, in sentences: of interest on the machine that they are for. */
    public List<String> unreadable() {
        List<String> found = new ArrayList<>();
        values.forEach((name, value) -> Settings.named(name)
                .flatMap(setting -> unreadable(setting, value))
                .ifPresent(trouble -> found.add(value.where() + ": " + name + " names " + trouble)));
        return found;
    }

    private static Optional<String> unreadable(Setting<?> setting, Value value) {
        return Settings.isOfAFile(setting) && wrong(setting, value).isEmpty()
                ? NamedFile.trouble(value.text().strip())
                : Optional.empty();
    }

    /** What those find wrong who look into files that settings name: they are given what is well said and can be read. */
    public List<String> lookedInto(Function<Reader, List<String>> looking) {
        Map<String, Value> sound = new TreeMap<>(values);
        sound.entrySet()
                .removeIf(each -> Settings.named(each.getKey())
                        .filter(setting -> wrong(setting, each.getValue()).isPresent()
                                || unreadable(setting, each.getValue()).isPresent())
                        .isPresent());
        return looking.apply(new Config(sound, List.of()).new Reader());
    }

    /** What could have been meant by a name. */
    private static Set<String> known(String name) {
        Set<String> known = Settings.all().stream().map(Setting::name).collect(Collectors.toSet());
        Setting.unit(name)
                .ifPresent(unit -> Settings.all().stream()
                        .filter(Settings::isOfUnits)
                        .forEach(setting -> known.add(setting.of(unit).name())));
        return known;
    }

    private static Optional<String> wrong(Setting<?> setting, Value value) {
        try {
            setting.kind().parse().apply(value.text());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(value.where() + ": " + setting.name() + " must be "
                    + setting.kind().expected() + ", not '" + setting.shown(value.text()) + "'");
        }
    }

    /** Every setting with its value as it may be shown, and where it was set. */
    public List<String> shown() {
        return Stream.concat(Settings.all().stream(), ofUnits())
                .map(this::shown)
                .toList();
    }

    private Stream<Setting<?>> ofUnits() {
        return values.keySet().stream()
                .filter(name -> Setting.unit(name).isPresent())
                .flatMap(name -> Settings.named(name).stream());
    }

    private String shown(Setting<?> setting) {
        Value value = values.get(setting.name());
        return value == null
                ? setting.name() + ": " + setting.shown(setting.standard()) + "  (default)"
                : setting.name() + ": " + setting.shown(value.text()) + "  (" + value.where() + ")";
    }

    /** Reads settings with their types. */
    public final class Reader {
        private Reader() {}

        /** The value of a setting, or its default. */
        public <T> T get(Setting<T> setting) {
            Value value = values.get(setting.name());
            return value == null ? setting.standard() : setting.kind().parse().apply(value.text());
        }

        /** The value that a user has given a setting. */
        public <T> Optional<T> given(Setting<T> setting) {
            return Optional.ofNullable(values.get(setting.name()))
                    .map(value -> setting.kind().parse().apply(value.text()));
        }

        /** Units that have some setting of their own. */
        public Set<String> units() {
            return ofUnits()
                    .flatMap(setting -> Setting.unit(setting.name()).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** The kafka.* keys that are no settings of Vigil's own, for every Kafka client. */
        public Map<String, String> passedToKafka() {
            List<String> own = Settings.all().stream().map(Setting::name).toList();
            Map<String, String> passed = new TreeMap<>();
            values.forEach((name, value) -> {
                if (name.startsWith(KAFKA) && !own.contains(name)) {
                    passed.put(name.substring(KAFKA.length()), value.text());
                }
            });
            return passed;
        }
    }
}
