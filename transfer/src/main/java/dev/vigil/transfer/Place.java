package dev.vigil.transfer;

import dev.vigil.imaging.Loss;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.Sha256;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;

/** Where the bytes of a file are offered, and the way to get at them. */
record Place(URI location, Source source) {
    private static final String PACKED = "packed=";

    Source.Bytes open(long offset, Optional<String> tag) throws TroubleException, IOException, InterruptedException {
        return source.open(location, offset, tag);
    }

    Source.Bytes open(long from, long to, Optional<String> tag)
            throws TroubleException, IOException, InterruptedException {
        return source.open(location, from, to, tag);
    }

    Optional<BlockSums> sums() throws IOException, InterruptedException {
        return source.sums(location);
    }

    /** The form in which the file is offered here, if it is packed. */
    Optional<String> form() {
        return Optional.ofNullable(location.getQuery())
                .filter(query -> query.startsWith(PACKED))
                .map(query -> query.substring(PACKED.length()));
    }

    /** In how many steps of a sigma of noise pixels come from here, if they are offered with loss. */
    OptionalInt steps() {
        return form().map(Loss::stepsOf).orElseGet(OptionalInt::empty);
    }

    /** What the source says the digest of these bytes is, where it says. */
    Optional<Sha256> digest() throws TroubleException, IOException, InterruptedException {
        return source.digest(location);
    }

    /** What it means that no byte more can be had here. */
    Trouble failing(IOException cause) {
        return isFile(location) ? unreadable(cause) : away(cause);
    }

    static boolean isFile(URI location) {
        return "file".equals(location.getScheme());
    }

    private Trouble away(IOException cause) {
        boolean isInTheClear =
                cause instanceof SSLException && String.valueOf(cause).contains("SSL message");
        String hint = isInTheClear ? "; producer.address says https, but there it speaks in the clear" : "";
        return away("cannot be reached: " + words(cause) + hint);
    }

    /** What the library says of it; its class names are no words, but better than nothing. */
    private static String words(IOException cause) {
        String said = cause.getMessage();
        return said == null || said.isBlank() ? cause.toString() : said;
    }

    /** That who offers it here cannot give it now. */
    Trouble away(String state) {
        return new Trouble.Away(address(location), state);
    }

    /** Who answers at a location. */
    static String address(URI location) {
        return location.getScheme() + "://" + location.getAuthority();
    }

    private Trouble unreadable(IOException cause) {
        return new Trouble.Failing(
                FailureCategory.UNREADABLE,
                "cannot be read at " + location + ": " + cause,
                "have the telescope's disk checked");
    }
}
