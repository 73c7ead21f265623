package dev.vigil.producer.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import dev.vigil.common.tls.Identity;
import dev.vigil.imaging.Digests;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Loss;
import dev.vigil.imaging.TileCompression;
import dev.vigil.imaging.Undoing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import nom.tam.fits.Fits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileServerTest {
    private static final String TOKEN = "a-token";
    private static final String CONTENT = "0123456789";

    @TempDir
    Path folder;

    private Path root;
    private FileServer server;
    private final Map<String, String> away = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectories(folder.resolve("incoming"));
        write("T1/n/a.fits", CONTENT);
        server = FileServer.open(
                new InetSocketAddress("127.0.0.1", 0),
                Identity.NONE,
                root,
                TOKEN,
                sighting -> Optional.of("digest"),
                unit -> Optional.ofNullable(away.get(unit)));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aFileIsServedWholeWithItsDigest() throws Exception {
        HttpResponse<String> answer = get("T1/n/a.fits", "", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(CONTENT);
        assertThat(answer.headers().firstValue("ETag")).contains("\"digest\"");
        assertThat(answer.headers().firstValue("Accept-Ranges")).contains("bytes");
    }

    @Test
    void ofADiskThatIsAwayNothingIsSaidButThatAndTheOthersAreServed() throws Exception {
        write("T2/n/b.fits", CONTENT);
        away.put("T1", "its disk hangs");
        HttpResponse<String> answer = get("T1/n/a.fits", "", "");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("hangs");
        assertThat(listing("T1", TOKEN).statusCode()).isEqualTo(503);
        assertThat(get("T2/n/b.fits", "", "").statusCode()).isEqualTo(200);
        away.clear();
        assertThat(get("T1/n/a.fits", "", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aBareMountPointMakesNoFileMissing() throws Exception {
        Files.move(root.resolve("T1"), folder.resolve("unmounted"));
        Files.createDirectory(root.resolve("T1"));
        assertThat(get("T1/n/a.fits", "", "").statusCode()).isEqualTo(503);
    }

    @Test
    void aFileIsServedPackedAndGivesBackItsBytes() throws Exception {
        Path file = image("T1/n/image.fits");
        HttpResponse<byte[]> answer = packed("rice", "T1/n/image.fits", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().length).isLessThan((int) Files.size(file));
        assertThat(answer.headers().firstValue("ETag")).contains("\"digest-rice\"");
        Path copy = Files.write(folder.resolve("packed.fits"), answer.body());
        assertThat(TileCompression.undo(copy, file)).isInstanceOf(Undoing.Exact.class);
    }

    @Test
    void aPackedFileIsServedInPartsOfTheSameBytes() throws Exception {
        image("T1/n/image.fits");
        byte[] whole = packed("rice", "T1/n/image.fits", "").body();
        HttpResponse<byte[]> rest = packed("rice", "T1/n/image.fits", "bytes=3000-");
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole, 3000, whole.length));
    }

    @Test
    void whatCannotBePackedIsNotThereSo() throws Exception {
        assertThat(packed("rice", "T1/n/a.fits", "").statusCode()).isEqualTo(406);
        assertThat(packed("rice", "T1/n/none.fits", "").statusCode()).isEqualTo(404);
    }

    @Test
    void anyFileIsServedInZstdInPartsOfTheSameBytes() throws Exception {
        write("T1/n/notes.txt", "the dome is open\n".repeat(1000));
        HttpResponse<byte[]> answer = packed("zstd", "T1/n/notes.txt", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains("\"digest-zstd\"");
        assertThat(answer.body().length).isLessThan(1000);
        try (InputStream plain = new ZstdInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(plain).hasSameContentAs(Files.newInputStream(root.resolve("T1/n/notes.txt")));
        }
        HttpResponse<byte[]> rest = packed("zstd", "T1/n/notes.txt", "bytes=20-29");
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(answer.body(), 20, 30));
    }

    @Test
    void whatZstdDoesNotMakeSmallerIsNotThereSo() throws Exception {
        assertThat(packed("zstd", "T1/n/a.fits", "").statusCode()).isEqualTo(406);
    }

    @Test
    void aFileIsServedWithLossBesideTheDigestOfWhatIsServed() throws Exception {
        Path file = image("T1/n/image.fits", 400);
        HttpResponse<byte[]> answer = packed("lossy-4", "T1/n/image.fits", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains("\"digest-lossy-4\"");
        Path copy = Files.write(folder.resolve("lossy.fits.fz"), answer.body());
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Digests.sha256(copy)));
        assertThat(answer.headers().firstValue("Repr-Digest")).contains("sha-256=:" + digest + ":");
        assertThat(Loss.of(FitsFile.read(copy))).contains(new Loss(4, Digests.sha256(file)));
        assertThat(packed("rice", "T1/n/image.fits", "").headers().firstValue("Repr-Digest"))
                .isEmpty();
    }

    @Test
    void whatALossWouldNotMakeMuchSmallerIsNotThereSo() throws Exception {
        image("T1/n/image.fits", 8);
        assertThat(packed("lossy-4", "T1/n/image.fits", "").statusCode()).isEqualTo(406);
    }

    private Path image(String path) throws Exception {
        return image(path, 20);
    }

    private Path image(String path, int scatter) throws Exception {
        short[][] pixels = new short[200][200];
        Random random = new Random(3);
        for (short[] row : pixels) {
            for (int x = 0; x < row.length; x++) {
                row[x] = (short) (1000 + random.nextInt(scatter));
            }
        }
        Path file = root.resolve(path);
        try (Fits fits = new Fits()) {
            fits.addHDU(Fits.makeHDU(pixels));
            fits.write(file.toFile());
        }
        return file;
    }

    private HttpResponse<byte[]> packed(String form, String path, String range) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/files/" + path + "?packed=" + form))
                .header("Authorization", "Bearer " + TOKEN);
        if (!range.isEmpty()) {
            request.header("Range", range);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void aUnitIsListedWithItsLinksAndWithoutWhatIsUnfinished() throws Exception {
        write("T1/n/b c.fits", "12");
        write("T1/n/d.fits.part", "1");
        write("T1/.hidden/e.fits", "1");
        Files.createSymbolicLink(root.resolve("T1/n/inside.fits"), Path.of("a.fits"));
        Files.createSymbolicLink(root.resolve("T1/n/nowhere.fits"), Path.of("/nowhere/f.fits"));
        Files.createDirectories(root.resolve("T1/n/x.fits"));
        HttpResponse<String> answer = listing("T1", TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()
                        .lines()
                        .map(line -> line.replaceFirst("\t\\d+\t", " "))
                        .sorted())
                .containsExactly(
                        "0 T1/n/nowhere.fits",
                        "0 T1/n/x.fits",
                        "10 T1/n/a.fits",
                        "10 T1/n/inside.fits",
                        "2 T1/n/b%20c.fits",
                        "end\t5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"T2", "", "T1/n", "..", "%2e%2e", ".hidden", "T1/n/a.fits"})
    void whatIsNoUnitHasNoListing(String unit) throws Exception {
        assertThat(listing(unit, TOKEN).statusCode()).isEqualTo(404);
    }

    @Test
    void aListingWantsTheToken() throws Exception {
        assertThat(listing("T1", "another").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> listing(String unit, String token) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/listing/" + unit);
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=2-4,234,bytes 2-4/10",
        "bytes=7-,789,bytes 7-9/10",
        "bytes=-3,789,bytes 7-9/10",
        "bytes=8-99,89,bytes 8-9/10"
    })
    void aPartIsServedWhereOneIsAskedFor(String range, String body, String part) throws Exception {
        HttpResponse<String> answer = get("T1/n/a.fits", range, "\"digest\"");
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("Content-Range")).contains(part);
    }

    @Test
    void theSumsOfItsBlocksAreToldWithOneOfThemAll() throws Exception {
        write("T1/n/b.fits", "x".repeat(4096) + "y");
        HttpResponse<String> answer = get("T1/n/b.fits?sums=4096", "", "");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines)
                .hasSize(3)
                .startsWith(sha256("x".repeat(4096)), sha256("y"))
                .endsWith(sha256(lines.get(0) + "\n" + lines.get(1) + "\n"));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPartThatIsNotThereIsSaidSo() throws Exception {
        HttpResponse<String> answer = get("T1/n/a.fits", "bytes=10-", "");
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */10");
    }

    @Test
    void aPartOfAnOlderFileIsNotServed() throws Exception {
        HttpResponse<String> answer = get("T1/n/a.fits", "bytes=2-4", "\"older\"");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(CONTENT);
    }

    @Test
    void namesWithBlanksAndNewlinesAreServed() throws Exception {
        write("T1/n/a b\nc+d.fits", "odd");
        assertThat(get("T1/n/a%20b%0Ac+d.fits", "", "").body()).isEqualTo("odd");
    }

    @Test
    void aReusedNameIsServedFromItsPath() throws Exception {
        assertThat(get("T1/n/a.fits~2", "", "").body()).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T1/../../secret.fits", "T1/%2E%2E/%2E%2E/secret.fits", "%2Fetc/passwd", "T1/n/link.fits", "T1/n",
                        "T1/n/",
                "T1/n/none.fits", "T1/n/.hidden.fits", "T1", "%", "T1/%zz", "%00/x"
            })
    void nothingElseExists(String path) throws Exception {
        Files.writeString(folder.resolve("secret.fits"), "secret");
        write("T1/n/.hidden.fits", "hidden");
        Files.createSymbolicLink(root.resolve("T1/n/link.fits"), folder.resolve("secret.fits"));
        int status = raw(path);
        assertThat(status).isIn(400, 404);
    }

    @Test
    void withoutTheTokenNothingIsServed() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("T1/n/a.fits")).build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        HttpRequest wrong = HttpRequest.newBuilder(address("T1/n/a.fits"))
                .header("Authorization", "Bearer another")
                .build();
        assertThat(client.send(wrong, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void headTellsTheLengthAndSendsNothing() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("T1/n/a.fits"))
                .header("Authorization", "Bearer " + TOKEN)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).contains("10");
        assertThat(answer.body()).isEmpty();
    }

    private HttpResponse<String> get(String path, String range, String onlyIf) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + TOKEN);
        if (!range.isEmpty()) {
            request.header("Range", range);
        }
        if (!onlyIf.isEmpty()) {
            request.header("If-Range", onlyIf);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The client would tidy such paths, so they are sent as they are. */
    private int raw(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            String request = "GET /files/" + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).doesNotContain("secret").doesNotContain("hidden");
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + "/files/" + path);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
