package dev.vigil.imaging;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One reading of a file from front to back, in blocks. */
record WholeFile(List<HduSums> hdus, HduScanner.Trailing trailing) {
    private static final int BUFFER = Blocks.SIZE * 40;

    WholeFile {
        hdus = List.copyOf(hdus);
    }

    /** Reads to the end, or to the first HDU whose data are not all there. */
    static WholeFile read(ByteSource source, boolean withDigests) throws IOException, BadFitsException {
        HduScanner scanner = new HduScanner(source);
        byte[] buffer = new byte[BUFFER];
        List<HduSums> hdus = new ArrayList<>();
        Optional<Hdu> next = scanner.next();
        while (next.isPresent()) {
            HduSums sums = readHdu(scanner, next.get(), buffer, withDigests);
            hdus.add(sums);
            next = sums.isWhole() ? scanner.next() : Optional.empty();
        }
        return new WholeFile(hdus, scanner.trailing());
    }

    FitsFile headers() {
        return new FitsFile(hdus.stream().map(HduSums::hdu).toList());
    }

    private static HduSums readHdu(HduScanner scanner, Hdu hdu, byte[] buffer, boolean withDigest)
            throws IOException, BadFitsException {
        FitsChecksum header = new FitsChecksum();
        scanner.addHeaderTo(header);
        Optional<MessageDigest> digest = withDigest ? Optional.of(Sha256.start()) : Optional.empty();
        HduSums.Collector collector = new HduSums.Collector(hdu, digest);
        long present = scanner.readData(hdu, buffer, collector);
        return collector.sums(present, header);
    }
}
