package dev.vigil.producer.disk;

import dev.vigil.common.files.Links;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Looks at what stands under a name, without reading it. A link counts as what it leads to, inside the incoming folder. */
public final class FileLook {
    private FileLook() {}

    public static Sighting of(Path root, String path) throws IOException {
        Path entry = root.resolve(path);
        return of(root, entry, path, Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    public static Sighting of(Path root, Path entry, String path, BasicFileAttributes attributes) throws IOException {
        return Links.followed(root, entry, attributes)
                .map(followed -> sighting(path, kind(followed), followed))
                .orElseGet(() -> sighting(path, Sighting.Kind.LINK_OUTSIDE, attributes));
    }

    private static Sighting.Kind kind(BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            return Sighting.Kind.FILE;
        }
        return attributes.isDirectory() ? Sighting.Kind.FOLDER : Sighting.Kind.SPECIAL;
    }

    private static Sighting sighting(String path, Sighting.Kind kind, BasicFileAttributes attributes) {
        return new Sighting(
                path,
                kind,
                kind == Sighting.Kind.FILE ? attributes.size() : 0,
                attributes.lastModifiedTime().toInstant(),
                Optional.ofNullable(attributes.fileKey()).map(Object::toString));
    }
}
