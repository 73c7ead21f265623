package dev.vigil.progress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.progress.standing.Account;
import dev.vigil.progress.standing.Belonging;
import dev.vigil.progress.standing.Standing;
import java.util.Locale;

/** A frame as {@code progress.frames} has it. */
final class FrameJson {
    private FrameJson() {}

    static ObjectNode of(Standing standing) {
        Account account = standing.account();
        Belonging belonging = standing.belonging();
        return Json.object()
                .put("unit", belonging.unit())
                .put("night", belonging.nightKey().nightName())
                .put("frame", standing.frame().value())
                .put("revision", standing.revision())
                .put("type", word(belonging.type()))
                .put("standing", account.whereabouts().word())
                .put("stage", word(account.stage()))
                .put("reason", account.reason())
                .put("remedy", account.remedy())
                .put("since", account.since().toString())
                .put("at", belonging.at().toString());
    }

    /** Whether people would read something else of the frame than before. */
    static boolean differ(Standing before, Standing after) {
        return before.revision() != after.revision()
                || before.belonging().type() != after.belonging().type()
                || !before.belonging().nightKey().equals(after.belonging().nightKey())
                || !before.account().equals(after.account());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
