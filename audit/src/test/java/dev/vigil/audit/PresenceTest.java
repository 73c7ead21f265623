package dev.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.vigil.common.tls.Trust;
import dev.vigil.schemas.events.TakenFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceTest {
    private static final String PATH = "T1/2026-11-19/a.fits";
    private static final URI NOBODY = URI.create("http://127.0.0.1:1/files/");
    private static final URI BY_SFTP = URI.create("sftp://camera@dome/data/");

    private final Presence presence = new Presence(new Producers("secret", Trust.OF_THE_SYSTEM));

    private Optional<Boolean> asked(URI... places) throws InterruptedException {
        return presence.of(PATH, TakenFile.locations(List.of(places), PATH, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"200, true", "403, true", "404, false", "401,", "503,", "500,"})
    void aProducerTellsByItsStatusAndWhatIsNoAnswerIsNone(int status, Boolean expected) throws Exception {
        HttpServer producer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        producer.createContext("/files/" + PATH, exchange -> {
            boolean isAsked = exchange.getRequestMethod().equals("HEAD")
                    && "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(isAsked ? status : 400, -1);
            exchange.close();
        });
        producer.start();
        try {
            URI place = URI.create("http://127.0.0.1:" + producer.getAddress().getPort() + "/files/");
            assertThat(asked(place)).isEqualTo(Optional.ofNullable(expected));
            assertThat(asked(NOBODY, place)).isEqualTo(Optional.ofNullable(expected));
        } finally {
            producer.stop(0);
        }
    }

    @Test
    void whereNobodyAnswersNothingIsSaid() throws Exception {
        assertThat(asked(NOBODY)).isEmpty();
        assertThat(asked(BY_SFTP)).isEmpty();
        assertThat(asked()).isEmpty();
    }

    @Test
    void onASharedDiskAFileIsGoneOnlyWhereTheDiskIsNot(@TempDir Path incoming) throws Exception {
        URI place = incoming.toUri();
        assertThat(asked(place)).as("no folder of the unit").isEmpty();
        Path unit = Files.createDirectory(incoming.resolve("T1"));
        assertThat(asked(place)).as("a bare mount point").isEmpty();
        Path night = Files.createDirectory(unit.resolve("2026-11-19"));
        assertThat(asked(place)).contains(false);
        Files.writeString(night.resolve("a.fits"), "abc");
        assertThat(asked(BY_SFTP, place)).contains(true);
    }
}
