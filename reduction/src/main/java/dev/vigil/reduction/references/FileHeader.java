package dev.vigil.reduction.references;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The first 4096 bytes of a catalogue's file. Behind them: for each cell of the order, and once more for the end, the
 * number of its first star, as 8 bytes; then the stars. All little-endian.
 *
 * @param order of the HEALPix cells
 * @param moving how many of the stars have a proper motion
 * @param largestMotion the greatest of them, in milliarcseconds per year
 * @param indexSum CRC-32C of the numbers of the cells
 * @param starsSum CRC-32C of the stars
 */
record FileHeader(
        CatalogueFacts facts,
        int order,
        long stars,
        long moving,
        double largestMotion,
        double brightest,
        double faintest,
        int indexSum,
        int starsSum) {
    static final int BYTES = 4096;
    static final int VERSION = 1;

    private static final byte[] MAGIC = "VIGLSTAR".getBytes(StandardCharsets.US_ASCII);
    private static final int SUM = MAGIC.length + Integer.BYTES;
    private static final int FIELDS = SUM + Integer.BYTES;

    long indexBytes() {
        return (Healpix.cells(order) + 1) * Long.BYTES;
    }

    long starsOffset() {
        return BYTES + indexBytes();
    }

    long fileBytes() {
        return starsOffset() + stars * StarRow.BYTES;
    }

    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).putInt(VERSION).position(FIELDS);
        bytes.put(fields());
        return bytes.putInt(SUM, sum(bytes)).clear();
    }

    private byte[] fields() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(order);
            out.writeInt(StarRow.BYTES);
            out.writeLong(stars);
            out.writeLong(moving);
            out.writeDouble(largestMotion);
            out.writeDouble(brightest);
            out.writeDouble(faintest);
            out.writeInt(indexSum);
            out.writeInt(starsSum);
            write(facts, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        if (bytes.size() > BYTES - FIELDS) {
            throw new IllegalArgumentException("the catalogue's name and note are too long for its header");
        }
        return bytes.toByteArray();
    }

    private static void write(CatalogueFacts facts, DataOutputStream out) throws IOException {
        out.writeDouble(facts.epoch().julianYear());
        out.writeUTF(facts.name());
        out.writeUTF(facts.band().name());
        out.writeUTF(facts.band().system());
        out.writeUTF(facts.band().colour().orElse(""));
        out.writeUTF(facts.source());
        out.writeUTF(facts.note());
    }

    /** Reads the first bytes of a file; the file's name is for what may be wrong with it. */
    static FileHeader read(ByteBuffer bytes, Path file) throws BadReferencesException {
        if (bytes.remaining() < BYTES || !begins(bytes)) {
            throw new BadReferencesException(
                    file, "it is no catalogue of reference stars; `vigil refcat import` makes one");
        }
        int version = bytes.getInt(MAGIC.length);
        if (version != VERSION) {
            throw new BadReferencesException(
                    file,
                    "its form is version " + version + " and this Vigil reads version " + VERSION + "; import it anew");
        }
        if (bytes.getInt(SUM) != sum(bytes)) {
            throw new BadReferencesException(file, "its header is damaged; fetch or import it anew");
        }
        return fields(bytes, file);
    }

    private static FileHeader fields(ByteBuffer bytes, Path file) throws BadReferencesException {
        byte[] fields = Arrays.copyOfRange(bytes.array(), FIELDS, BYTES);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(fields))) {
            int order = in.readInt();
            if (in.readInt() != StarRow.BYTES || order < 0 || order > Healpix.LARGEST_ORDER) {
                throw new BadReferencesException(file, "its header makes no sense");
            }
            return fields(order, in);
        } catch (BadReferencesException known) {
            throw known;
        } catch (IOException | IllegalArgumentException senseless) {
            throw new BadReferencesException(file, "its header makes no sense: " + senseless.getMessage());
        }
    }

    private static FileHeader fields(int order, DataInputStream in) throws IOException {
        long stars = in.readLong();
        long moving = in.readLong();
        double largestMotion = in.readDouble();
        double brightest = in.readDouble();
        double faintest = in.readDouble();
        int indexSum = in.readInt();
        int starsSum = in.readInt();
        return new FileHeader(facts(in), order, stars, moving, largestMotion, brightest, faintest, indexSum, starsSum);
    }

    private static CatalogueFacts facts(DataInputStream in) throws IOException {
        Epoch epoch = new Epoch(in.readDouble());
        String name = in.readUTF();
        ReferenceBand band = new ReferenceBand(
                in.readUTF(), in.readUTF(), Optional.of(in.readUTF()).filter(colour -> !colour.isEmpty()));
        return new CatalogueFacts(name, band, epoch, in.readUTF(), in.readUTF());
    }

    private static boolean begins(ByteBuffer bytes) {
        return Arrays.equals(bytes.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Of all but the sum itself. */
    private static int sum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.array(), 0, SUM);
        sum.update(bytes.array(), FIELDS, BYTES - FIELDS);
        return (int) sum.getValue();
    }
}
