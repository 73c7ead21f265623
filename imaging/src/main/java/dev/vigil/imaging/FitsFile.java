package dev.vigil.imaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The headers of a FITS file, plain, gzipped or bzipped, read without touching the data. */
public record FitsFile(List<Hdu> hdus) {
    public FitsFile {
        hdus = List.copyOf(hdus);
    }

    /** Reads the headers only; whether the data are all there is what {@link Completeness} says. */
    public static FitsFile read(Path file) throws IOException, BadFitsException {
        try (ByteSource source = Sources.open(file)) {
            HduScanner scanner = new HduScanner(source);
            List<Hdu> hdus = new ArrayList<>();
            Optional<Hdu> next = scanner.next();
            while (next.isPresent()) {
                hdus.add(next.get());
                scanner.skipData(next.get());
                next = scanner.next();
            }
            return new FitsFile(hdus);
        }
    }

    /** Whether the file, of which these are the headers, ends before they say; of one that is packed as a whole nobody knows without unpacking it. */
    public boolean isCutShort(Path file) throws IOException {
        return !Sources.isStream(file) && hdus.get(hdus.size() - 1).end() > Files.size(file);
    }

    public Hdu primary() {
        return hdus.get(0);
    }

    /** The first HDU that holds pixels. */
    public Optional<Hdu> firstImage() {
        return hdus.stream().filter(Hdu::isImage).findFirst();
    }

    public Optional<Hdu> named(String name) {
        return hdus.stream()
                .filter(hdu -> hdu.name().filter(name::equalsIgnoreCase).isPresent())
                .findFirst();
    }

    /** Where the header of an HDU begins: at the end of the HDU before it. */
    long headerOffset(Hdu hdu) {
        return hdu.index() == 0 ? 0 : hdus.get(hdu.index() - 1).end();
    }
}
