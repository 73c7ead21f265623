package dev.vigil.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Writes the packed form of a FITS file: its images as tables of tiles, all else as it is. */
final class PackedFile {
    /** Stands before a primary image, which packed is a table and therefore an extension. */
    private static final List<String> STAND_IN = List.of(
            UnpackedHeader.card("SIMPLE  =                    T / file does conform to FITS standard"),
            UnpackedHeader.card("BITPIX  =                   16 / number of bits per data pixel"),
            UnpackedHeader.card("NAXIS   =                    0 / number of data axes"),
            UnpackedHeader.card("EXTEND  =                    T / FITS dataset may contain extensions"));

    private final ImagePacker packer;
    private final FitsFile fits;
    private final FileChannel from;
    private final FileChannel to;

    private PackedFile(ImagePacker packer, FitsFile fits, FileChannel from, FileChannel to) {
        this.packer = packer;
        this.fits = fits;
        this.from = from;
        this.to = to;
    }

    static Packing write(Path plain, Path packed, ImagePacker packer) throws IOException, BadFitsException {
        FitsFile fits = FitsFile.read(plain);
        Optional<String> obstacle = obstacle(packer, fits, Files.size(plain));
        if (obstacle.isPresent()) {
            return new Packing.Refused(obstacle.get());
        }
        try (FileChannel from = FileChannel.open(plain, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(packed, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            return new PackedFile(packer, fits, from, to).writeOrRemove(packed);
        }
    }

    private static Optional<String> obstacle(ImagePacker packer, FitsFile fits, long size) {
        long end = fits.hdus().get(fits.hdus().size() - 1).end();
        if (fits.hdus().stream().anyMatch(Hdu::isTileCompressed)) {
            return Optional.of("the file is tile-compressed already");
        } else if (size < end) {
            return Optional.of("the file is cut short: its headers tell of " + end + " bytes, it has " + size);
        } else if (size > end) {
            return Optional.of((size - end) + " bytes follow the last HDU");
        }
        return fits.hdus().stream().anyMatch(packer::takes)
                ? Optional.empty()
                : Optional.of("no HDU is " + packer.whatItTakes() + " and at most 1 GiB: others are not packed");
    }

    private Packing writeOrRemove(Path packed) throws IOException, BadFitsException {
        boolean kept = false;
        try {
            Packing packing = write();
            kept = packing instanceof Packing.Packed;
            return packing;
        } finally {
            if (!kept) {
                Files.delete(packed);
            }
        }
    }

    private Packing write() throws IOException, BadFitsException {
        int images = 0;
        for (Hdu hdu : fits.hdus()) {
            if (packer.takes(hdu)) {
                PackedHeader header = packer.header(hdu, rawHeader(hdu));
                if (header.obstacle().isPresent()) {
                    return new Packing.Refused(header.obstacle().get());
                }
                pack(hdu, header);
                images++;
            } else {
                copy(hdu);
            }
        }
        Optional<String> objection = packer.objection(from.size(), to.position());
        return objection.isPresent()
                ? new Packing.Refused(objection.get())
                : new Packing.Packed(images, from.size(), to.position());
    }

    private void pack(Hdu hdu, PackedHeader header) throws IOException, BadFitsException {
        if (hdu.index() == 0) {
            ByteBuffer standIn = ByteBuffer.wrap(UnpackedHeader.bytesOf(STAND_IN));
            while (standIn.hasRemaining()) {
                to.write(standIn);
            }
        }
        packer.pack(from, hdu, header, to);
    }

    private void copy(Hdu hdu) throws IOException {
        long end = hdu.end();
        for (long at = fits.headerOffset(hdu); at < end; ) {
            at += from.transferTo(at, end - at, to);
        }
    }

    private byte[] rawHeader(Hdu hdu) throws IOException {
        try (ChannelSlice slice = new ChannelSlice(from, fits.headerOffset(hdu), hdu.dataOffset())) {
            return slice.readAllBytes();
        }
    }
}
