package dev.vigil.common.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vigil.yaml.BadYamlException;
import dev.vigil.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads a settings file: YAML, whose nested keys are joined with dots. */
final class SettingsFile {
    private SettingsFile() {}

    static void read(Path file, Map<String, Config.Value> values, List<String> mistakes) {
        try {
            flatten("", YamlFile.read(file), file, values);
        } catch (BadYamlException e) {
            e.mistakes().forEach(mistake -> mistakes.add(file + ": " + mistake));
        } catch (IOException e) {
            mistakes.add("the settings file " + file + " cannot be read: " + e.getMessage());
        }
    }

    private static void flatten(String path, JsonNode node, Path file, Map<String, Config.Value> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                            entry.getValue(),
                            file,
                            values));
        } else if (node.isArray()) {
            values.put(path, new Config.Value(joined(node), file.toString()));
        } else if (!node.isNull() && !node.isMissingNode() && !path.isEmpty()) {
            values.put(path, new Config.Value(node.asText(), file.toString()));
        }
    }

    private static String joined(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }
}
