package dev.vigil.common.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
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
            JsonNode root = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file));
            flatten("", root, file, values);
        } catch (JsonProcessingException e) {
            mistakes.add(file + " is not YAML: " + e.getOriginalMessage() + " in line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()));
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
