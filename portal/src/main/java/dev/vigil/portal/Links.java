package dev.vigil.portal;

import dev.vigil.imaging.pictures.Stretch;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.StoredFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

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

    /** A file to be fetched by the name of the frame or master that it belongs to. */
    static String file(String owner, StoredFile file) {
        return "/files/" + file.digest() + "/" + owner.replace("%", "%25");
    }

    /** A picture that is drawn of the pixels in a file. */
    static String drawn(StoredFile file, String owner, Stretch stretch, boolean northUp) {
        return "/drawn/" + file.digest() + "/" + stretch.word() + (northUp ? "-north/" : "/")
                + owner.replace("%", "%25");
    }

    /** The same of one of the file's detectors. */
    static String drawn(StoredFile file, String owner, String detector, Stretch stretch, boolean northUp) {
        return drawn(file, owner, stretch, northUp) + "?detector=" + segment(detector);
    }

    static String master(MasterId master) {
        return "/masters/" + master.value().replace("%", "%25");
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The id that a link names, if it can be one. */
    static <T> Optional<T> id(String text, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
