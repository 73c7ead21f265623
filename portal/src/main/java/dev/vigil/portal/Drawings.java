package dev.vigil.portal;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.ImageReader;
import dev.vigil.imaging.pictures.Preview;
import dev.vigil.imaging.pictures.SkyAxes;
import dev.vigil.imaging.pictures.Stretch;
import dev.vigil.schemas.events.StoredFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws pictures of products when somebody asks for them: by any stretch, as on the detector or with north up. The link names
 * the file's digest, so a browser may keep them for ever.
 */
final class Drawings {
    private static final Logger LOG = LoggerFactory.getLogger(Drawings.class);
    private static final Pattern LINK = Pattern.compile("/drawn/([0-9a-f]{64})/([a-z]+)(-north)?/(.+)");
    private static final int LONGEST_SIDE = 1024;

    private final ListedFiles files;

    Drawings(ListedFiles files) {
        this.files = files;
    }

    /** The picture at a path, if there is such a file with pixels; of one of its detectors, where one is named, else of the first. */
    Optional<Answer> at(String path, Optional<String> detector) {
        Matcher link = LINK.matcher(path);
        if (!link.matches()) {
            return Optional.empty();
        }
        boolean northUp = link.group(3) != null;
        return Stretch.of(link.group(2))
                .flatMap(stretch -> files.find(link.group(4), link.group(1))
                        .flatMap(file -> drawn(file, detector, stretch, northUp))
                        .map(png -> new Answer(200, "image/png", Answer.FOR_EVER, png)));
    }

    /** One at a time: an image may be large, and whoever waits sees the page meanwhile. */
    private synchronized Optional<byte[]> drawn(
            StoredFile file, Optional<String> detector, Stretch stretch, boolean northUp) {
        try {
            Optional<Path> path = files.path(file);
            return path.isPresent() ? drawn(path.get(), detector, stretch, northUp) : Optional.empty();
        } catch (IOException | BadFitsException e) {
            LOG.warn("no picture of {}: {}", file.key(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Of the first image that is meant; with north up only where its header knows where that is. */
    private static Optional<byte[]> drawn(Path path, Optional<String> detector, Stretch stretch, boolean northUp)
            throws IOException, BadFitsException {
        try (ImageReader reader = ImageReader.open(path)) {
            Optional<Hdu> image = reader.file().hdus().stream()
                    .filter(hdu -> hdu.isImage() && hdu.width() > 0 && hdu.height() > 0)
                    .filter(hdu ->
                            detector.isEmpty() || hdu.header().text("DETECTOR").equals(detector))
                    .findFirst();
            return image.isEmpty() ? Optional.empty() : drawn(reader, image.get(), stretch, northUp);
        }
    }

    private static Optional<byte[]> drawn(ImageReader reader, Hdu image, Stretch stretch, boolean northUp)
            throws IOException, BadFitsException {
        Optional<SkyAxes> axes = SkyAxes.of(image.header());
        if (northUp && axes.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble scale =
                axes.map(each -> OptionalDouble.of(each.arcsecondsPerPixel())).orElseGet(OptionalDouble::empty);
        Preview preview = Preview.of(reader, image.index(), LONGEST_SIDE);
        Preview turned = northUp ? preview.northUp(axes.orElseThrow()) : preview;
        return Optional.of(turned.png(stretch, scale));
    }
}
