package dev.vigil.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads what users write in YAML. */
public final class YamlFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private YamlFile() {}

    /** What a file holds. */
    public static JsonNode read(Path file) throws IOException, BadYamlException {
        return parse(Files.readString(file));
    }

    static JsonNode parse(String text) throws BadYamlException {
        try {
            List<String> mistakes = Braces.in(new Yaml().compose(new StringReader(text)));
            if (!mistakes.isEmpty()) {
                throw new BadYamlException(mistakes);
            }
            return YAML.readTree(text);
        } catch (MarkedYAMLException bad) {
            throw new BadYamlException(List.of(Syntax.told(bad, text.lines().toList())));
        } catch (ReaderException bad) {
            throw new BadYamlException(List.of("holds a character that no text has, 0x"
                    + Integer.toHexString(bad.getCodePoint()) + " behind " + bad.getPosition()
                    + " others: take it out"));
        } catch (JsonProcessingException bad) {
            throw new BadYamlException(List.of("line " + bad.getLocation().getLineNr() + ", column "
                    + bad.getLocation().getColumnNr() + ": " + bad.getOriginalMessage()));
        }
    }
}
