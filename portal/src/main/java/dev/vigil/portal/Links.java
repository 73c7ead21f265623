package dev.vigil.portal;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.StoredFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where things are found in the portal. Frame ids and archive keys hold percent signs of their own, which are encoded once more. */
final class Links {
    private Links() {}

    static String night(NightKey key) {
        return "/nights/" + segment(key.unit()) + "/" + key.night();
    }

    static String frame(String id) {
        return "/frames/" + id.replace("%", "%25");
    }

    static String picture(StoredFile file) {
        return "/previews/" + file.digest() + "/" + file.area().name().toLowerCase(Locale.ROOT) + "/"
                + file.key().replace("%", "%25");
    }

    static String file(FrameId frame, StoredFile file) {
        return "/files/" + file.digest() + "/" + frame.value().replace("%", "%25");
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
