package dev.vigil.schemas.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TakenFileTest {
    private static final Sha256 DIGEST = new Sha256("0".repeat(64));

    private static TakenFile at(String... locations) {
        return new TakenFile(
                DIGEST, DIGEST, List.of(), Stream.of(locations).map(URI::create).toList());
    }

    @Test
    void aFileThatIsOfferedElsewhereByNowKeepsTheFormsThatWereAnnounced() {
        TakenFile announced = at(
                "http://a:1/files/T/n/x%20y.fits?packed=rice",
                "http://a:1/files/T/n/x%20y.fits", "sftp://c@d/T/n/x%20y.fits");
        List<URI> places = List.of(
                URI.create("file:///in/"),
                URI.create("https://b:2/files/"),
                URI.create("https://c:3/files/"),
                URI.create("sftp://e@f/in/"));
        assertThat(announced.offeredAt(places, "T/n/x y.fits"))
                .isEqualTo(at(
                        "file:///in/T/n/x%20y.fits",
                        "https://b:2/files/T/n/x%20y.fits?packed=rice",
                        "https://c:3/files/T/n/x%20y.fits?packed=rice",
                        "https://b:2/files/T/n/x%20y.fits",
                        "https://c:3/files/T/n/x%20y.fits",
                        "sftp://e@f/in/T/n/x%20y.fits"));
    }
}
