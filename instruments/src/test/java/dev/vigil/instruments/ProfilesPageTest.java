package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the page about profiles complete. */
class ProfilesPageTest {
    private static final Path PAGE = Path.of("../docs/instruments.md");

    @Test
    void everyMeaningIsNamed() throws IOException {
        String page = Files.readString(PAGE);
        for (Meaning meaning : Meaning.values()) {
            assertThat(page).contains("`" + meaning.key() + "`");
        }
    }

    @Test
    void everyGroupOfANameIsNamed() throws IOException {
        String page = Files.readString(PAGE);
        NameForm.KNOWN.forEach(group -> assertThat(page).contains("`" + group + "`"));
    }

    @Test
    void everyProfileAndEachOfItsKeysIsNamed() throws IOException {
        String page = Files.readString(PAGE);
        for (Profile profile : Profiles.bundled().all()) {
            assertThat(page).contains("`" + profile.name() + "`");
            JsonNode yaml =
                    new YAMLMapper().readTree(ProfilesPageTest.class.getResourceAsStream(profile.name() + ".yaml"));
            yaml.fieldNames()
                    .forEachRemaining(key -> assertThat(page).containsAnyOf("`" + key + "`", "\n" + key + ":"));
        }
    }
}
