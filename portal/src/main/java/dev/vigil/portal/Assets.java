package dev.vigil.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;

/** The style sheet, the script and the icon. Their links change with their content, so they may be kept for ever. */
enum Assets {
    STYLE("vigil.css", "text/css; charset=utf-8"),
    SCRIPT("vigil.js", "text/javascript; charset=utf-8"),
    ICON("vigil.svg", "image/svg+xml");

    private final String path;
    private final Answer answer;

    Assets(String name, String type) {
        byte[] content = read(name);
        int dot = name.lastIndexOf('.');
        this.path = "/assets/" + name.substring(0, dot) + "-"
                + Fragment.digest(content).substring(0, 12) + name.substring(dot);
        this.answer = new Answer(200, type, Answer.FOR_EVER, content);
    }

    String link() {
        return path;
    }

    static Optional<Answer> at(String path) {
        return Stream.of(values())
                .filter(asset -> asset.path.equals(path))
                .map(asset -> asset.answer)
                .findFirst();
    }

    private static byte[] read(String name) {
        try (InputStream stream = Assets.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the portal's own " + name + " cannot be read", e);
        }
    }
}
