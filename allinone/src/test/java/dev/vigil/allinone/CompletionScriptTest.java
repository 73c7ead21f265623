package dev.vigil.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionScriptTest {
    private final String script = CompletionScript.of(AllInOneMain.line(), List.of("producer", "scheduler"));

    @Test
    void theCommandsOfTheLauncherAreCompletedBesideTheOthers() {
        assertThat(script.lines().filter(line -> line.contains("local commands=")))
                .first()
                .asString()
                .contains("status", "up", "reduce-file", "init", "service", "completion");
    }

    @Test
    void aServiceIsCompletedByItsName() {
        String service = script.substring(script.indexOf("function _picocli_vigil_service()"));
        assertThat(service).startsWith("function").contains("(\"producer\" \"scheduler\")", "--help");
    }
}
