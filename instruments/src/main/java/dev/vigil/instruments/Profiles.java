package dev.vigil.instruments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.vigil.yaml.BadYamlException;
import dev.vigil.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All instrument profiles: those that Vigil brings, and a user's own, which come first and may replace them. A profile
 * may say {@code extends: generic}, or another one's name, and then only what differs; a list replaces the list that it extends.
 */
public final class Profiles {
    private static final String GENERIC = "generic";
    private static final List<String> BUNDLED = List.of("7dt", "latiss", "decam", "hsc", "kpf", "robo-ao", GENERIC);
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, Profile> byName;

    private Profiles(Map<String, Profile> byName) {
        this.byName = byName;
    }

    /** The profiles that Vigil brings. */
    public static Profiles bundled() {
        return read(List.of());
    }

    /** The profiles in a folder of the user's own (files {@code *.yaml}), before those that Vigil brings. */
    public static Profiles bundledAnd(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return read(files.filter(Profiles::isYaml).sorted().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the profiles in " + folder, unreadable);
        }
    }

    /** The same of a folder that need not be there. */
    public static Profiles bundledAndAny(Path folder) {
        return Files.isDirectory(folder) ? bundledAnd(folder) : bundled();
    }

    /** The first profile that names the unit, else the generic one. */
    public Profile profileFor(String unit) {
        return byName.values().stream()
                .filter(profile -> profile.isOf(unit))
                .findFirst()
                .orElseGet(() -> byName.get(GENERIC));
    }

    /** One profile for whatever unit, for who knows better than the folder's name. */
    public static Profiles only(Profile profile) {
        return new Profiles(Map.of(GENERIC, profile));
    }

    /** Whether a profile names the unit, so that none has to be guessed. */
    public boolean names(String unit) {
        return byName.values().stream().anyMatch(profile -> profile.isOf(unit));
    }

    public Optional<Profile> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<Profile> all() {
        return List.copyOf(byName.values());
    }

    private static Profiles read(List<Path> own) {
        List<Mistake> mistakes = new ArrayList<>();
        Map<String, Source> sources = new LinkedHashMap<>();
        own.forEach(file -> parse(file, mistakes).ifPresent(source -> add(source, sources, mistakes)));
        BUNDLED.forEach(name -> sources.computeIfAbsent(name, Profiles::bundledSource));
        Map<String, Profile> profiles = new LinkedHashMap<>();
        for (Source source : sources.values()) {
            extended(source, sources, mistakes)
                    .ifPresent(whole -> profiles.put(
                            source.name(), ProfileReader.read(whole, source.file(), source.folder(), mistakes)));
        }
        if (!mistakes.isEmpty()) {
            throw new ProfileMistakes(mistakes.stream().distinct().toList());
        }
        return new Profiles(profiles);
    }

    private static void add(Source source, Map<String, Source> sources, List<Mistake> mistakes) {
        Source earlier = sources.putIfAbsent(source.name(), source);
        if (earlier != null) {
            mistakes.add(
                    new Mistake(source.file() + ".profile", "'" + source.name() + "' is also in " + earlier.file()));
        }
    }

    private static Optional<Source> parse(Path file, List<Mistake> mistakes) {
        String name = file.getFileName().toString();
        try {
            JsonNode yaml = YamlFile.read(file);
            if (yaml instanceof ObjectNode page) {
                return Optional.of(
                        new Source(name, Optional.of(file.toAbsolutePath().getParent()), page));
            }
            mistakes.add(new Mistake(name, "must hold keys and values"));
        } catch (BadYamlException bad) {
            bad.mistakes().forEach(mistake -> mistakes.add(new Mistake(name, mistake)));
        } catch (IOException unreadable) {
            mistakes.add(new Mistake(name, "cannot be read: " + unreadable));
        }
        return Optional.empty();
    }

    private static Source bundledSource(String name) {
        String file = name + ".yaml";
        try (InputStream in = Profiles.class.getResourceAsStream(file)) {
            return new Source(file, Optional.empty(), (ObjectNode) YAML.readTree(in));
        } catch (IOException broken) {
            throw new UncheckedIOException("the profile " + name + " that comes with Vigil cannot be read", broken);
        }
    }

    /** The page with what it extends put under it, and under that what that extends; nothing where that is not there. */
    private static Optional<ObjectNode> extended(Source source, Map<String, Source> sources, List<Mistake> mistakes) {
        return extended(source, sources, new LinkedHashSet<>(), mistakes);
    }

    private static Optional<ObjectNode> extended(
            Source source, Map<String, Source> sources, Set<String> above, List<Mistake> mistakes) {
        String base = source.page().path("extends").asText("");
        if (base.isEmpty()) {
            return Optional.of(source.page());
        }
        Optional<Source> found = base.equals(source.name())
                ? Optional.of(base).filter(BUNDLED::contains).map(Profiles::bundledSource)
                : Optional.ofNullable(sources.get(base));
        if (found.isEmpty() || !above.add(source.file() + source.folder())) {
            mistakes.add(new Mistake(
                    source.file() + ".extends",
                    found.isEmpty()
                            ? "'" + base + "' is no profile; known: " + String.join(", ", sources.keySet())
                            : "the profiles extend each other in a circle: " + String.join(", ", above)));
            return Optional.empty();
        }
        return extended(found.get(), sources, above, mistakes).map(whole -> laidUnder(source.page(), whole.deepCopy()));
    }

    private static ObjectNode laidUnder(ObjectNode over, ObjectNode whole) {
        whole.remove("units");
        whole.remove("aliases");
        return laidOver(whole, over);
    }

    private static ObjectNode laidOver(ObjectNode under, ObjectNode over) {
        for (Map.Entry<String, JsonNode> field : over.properties()) {
            JsonNode below = under.get(field.getKey());
            if (below instanceof ObjectNode belowPage && field.getValue() instanceof ObjectNode page) {
                laidOver(belowPage, page);
            } else {
                under.set(field.getKey(), field.getValue());
            }
        }
        return under;
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && !name.startsWith(".");
    }

    /** A profile as it was written, and where. */
    private record Source(String file, Optional<Path> folder, ObjectNode page) {
        String name() {
            return page.path("profile").asText("");
        }
    }
}
