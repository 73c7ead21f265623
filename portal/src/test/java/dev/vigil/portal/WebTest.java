package dev.vigil.portal;

import static dev.vigil.portal.Observatory.TONIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigil.common.queues.Held;
import dev.vigil.common.queues.UnitQueue;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebTest {
    private static final String NIGHT = "/nights/7DT05/2026-11-19";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Observatory observatory;

    @BeforeEach
    void open() throws IOException {
        observatory = new Observatory(folder);
    }

    @AfterEach
    void close() {
        observatory.close();
    }

    @Test
    void theApiReturnsTheVeryValueOfTheTopic() throws Exception {
        observatory.count(TONIGHT, 30, 1, 0, 2, false);
        String value = observatory.book.night(TONIGHT).orElseThrow().text();

        assertThat(get("/api/nights/7DT05/2026-11-19").body()).isEqualTo(value);
        assertThat(new ObjectMapper().readTree(get("/api/nights").body()))
                .containsExactly(new ObjectMapper().readTree(value));
        assertThat(get("/api/nights/7DT05/2026-11-20").statusCode()).isEqualTo(404);
        assertThat(get("/api/frames").statusCode()).isEqualTo(404);
    }

    @Test
    void everyPageSaysWhoseDataItShows() throws Exception {
        observatory.count(TONIGHT, 30, 1, 0, 2, false);
        observatory.expose(TONIGHT, List.of("a.fits"));
        for (String path : List.of("/", NIGHT, "/masters", "/frames/7DT05/2026-11-19/a.fits", "/nothing")) {
            assertThat(get(path).body().replace("<wbr>", ""))
                    .as(path)
                    .contains("<footer>Archive <code>/data/vigil/archive</code> on <code>observatory-1</code>");
        }
    }

    @Test
    void aNameNeverBecomesMarkup() throws Exception {
        observatory.count(TONIGHT, 2, 0, 0, 0, false);
        observatory.expose(TONIGHT, List.of("<script>alert(1)<_script>.fits", "two\nlines.fits", "a b+c%20d.fits"));
        String page = get(NIGHT).body();

        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)&lt;_script&gt;.fits");
        assertThat(page).contains("two␊lines.fits");
    }

    @Test
    void everyFrameIsFoundBehindItsLinkWhateverItsName() throws Exception {
        observatory.count(TONIGHT, 2, 0, 0, 0, false);
        List<String> names = List.of("<script>alert(1)<_script>.fits", "two\nlines.fits", "a b+c%20d.fits", "ä.fits");
        observatory.expose(TONIGHT, names);
        Matcher links = Pattern.compile("<th scope=\"row\"><a href=\"([^\"]+)\"")
                .matcher(get(NIGHT).body());
        for (String name : names) {
            assertThat(links.find()).isTrue();
            assertThat(get(links.group(1)).body()).contains("<h1 class=\"name\">" + Words.breaking(name) + "</h1>");
        }
    }

    @Test
    void aPictureMayBeKeptForEverAndIsNothingElse() throws Exception {
        observatory.count(TONIGHT, 2, 0, 0, 0, false);
        observatory.expose(TONIGHT, List.of("a.fits"));
        Matcher link =
                Pattern.compile("src=\"(/previews/[^\"]+)\"").matcher(get(NIGHT).body());
        assertThat(link.find()).isTrue();
        HttpResponse<String> picture = get(link.group(1));

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(picture.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(get(link.group(1).replaceFirst("previews/.", "previews/0")).statusCode())
                .as("another digest")
                .isEqualTo(404);
        assertThat(get("/previews/" + "0".repeat(64) + "/archive/%2e%2e/%2e%2e/etc/passwd.png")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/previews/" + "0".repeat(64) + "/archive/raw/a.fits").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theMeasurementsOfAFrameAreShownWithTheirUnits() throws Exception {
        observatory.expose(TONIGHT, List.of("a.fits"));
        assertThat(get("/frames/7DT05/2026-11-19/a.fits").body())
                .contains("<h2>What was measured</h2>", "by quick look r0")
                .contains(
                        "<dt>Seeing</dt><dd>1.72″, 3.4 pixels</dd><dt>Ellipticity</dt><dd>0.051, drawn out at 37.5° from x towards y</dd>")
                .contains("<dt>Sky of a pixel</dt><dd>640 electrons</dd>")
                .contains("<dt>Saturated</dt><dd>0.01 %</dd><dt>Cosmic ray pixels</dt><dd>12345</dd>")
                .contains("<dt>Unheard of</dt><dd>0.25</dd><dt>Zero point</dt><dd>25.124 mag</dd>")
                .contains("<dt>Pointing</dt><dd>off by 1500″ west, 12.3″ north</dd>")
                .contains("<dt>Place found by</dt><dd>neighbour 7DT05_before.fits</dd>");
    }

    @Test
    void whatIsWrongWithANightStandsAboveItsCountsByType() throws Exception {
        observatory.count(TONIGHT, 30, 1, 0, 0, false);
        observatory.trouble(TONIGHT, "a.fits", "failed", "a.fits is a text file", "write it again");
        assertThat(get(NIGHT).body())
                .containsSubsequence("id=\"summary\"", "id=\"problems\"", "a.fits is a text file", "id=\"counts\"");
    }

    @Test
    void aReasonDoesNotRepeatTheNameOfTheFrameBesideIt() throws Exception {
        observatory.count(TONIGHT, 30, 1, 0, 0, false);
        observatory.trouble(
                TONIGHT, "a.fits", "failed", "7DT05/2026-11-19/a.fits: gain unknown", "have the camera write EGAIN");
        assertThat(get(NIGHT).body())
                .contains("</span> gain unknown</p>")
                .doesNotContain("7DT05/2026-11-19/a.fits: gain unknown");
    }

    @Test
    void aFrameThatIsStalledOrWaitsSaysWhatToDoOnItsPage() throws Exception {
        observatory.expose(TONIGHT, List.of("half.fits", "1", "2", "3", "4", "5", "6", "waits.fits"));
        assertThat(get("/frames/7DT05/2026-11-19/half.fits").body())
                .contains("<b>What to do:</b> See whether the camera still writes the file");
        assertThat(get("/frames/7DT05/2026-11-19/waits.fits").body())
                .contains("<b>What to do:</b> Nothing, unless it lasts");
        assertThat(get("/frames/7DT05/2026-11-19/1").body()).doesNotContain("What to do");
    }

    @Test
    void aRemedyThatNamesEachFileIsToldOnceForAll() throws Exception {
        observatory.count(TONIGHT, 30, 0, 0, 0, false);
        for (String name : List.of("a.fits", "b.fits")) {
            observatory.trouble(
                    TONIGHT, name, "stalled", "it ends in zeros", "run fitscheck '/in/7DT05/2026-11-19/" + name + "'");
        }
        assertThat(get(NIGHT).body())
                .contains("run fitscheck &#39;/in/7DT05/2026-11-19/&lt;name&gt;&#39;")
                .contains(">2 stalled</span>");
    }

    @Test
    void whatIsHeldBackInAQueueIsToldOnTheFirstPageAndOnThatOfTheNight() throws Exception {
        observatory.count(TONIGHT, 30, 0, 0, 12, false);
        observatory.book.noteQueue(
                "7DT05/transfers",
                Optional.of(new UnitQueue(
                        "7DT05",
                        "transfers",
                        Instant.now(),
                        Instant.now(),
                        12,
                        1,
                        Held.RATE,
                        "the line may carry 100 kB/s",
                        Optional.empty(),
                        Optional.empty())));
        for (String page : List.of("/", NIGHT)) {
            assertThat(get(page).body()).contains("7DT05: 12 files wait: the line may carry 100 kB/s</p>");
        }
    }

    @Test
    void aFrameThatIsNotGoodSaysWhichChecksFailedAndByHowMuch() throws Exception {
        observatory.expose(TONIGHT, List.of("a.fits"));
        assertThat(get("/frames/7DT05/2026-11-19/a.fits").body())
                .contains(
                        "<h2>Quality</h2><p class=\"standing\"><span class=\"badge failed\">not good</span> 1 passed, 2 failed")
                .contains("<th scope=\"row\">stars seen</th><td><span class=\"badge failed\">failed</span></td>"
                        + "<td class=\"number\">3</td><td>≥ 5</td>")
                .contains("<span class=\"badge waiting\">failed, a warning</span>", "all 3 checks");
    }

    @Test
    void aFrameNamesTheMastersThatCalibratedIt() throws Exception {
        observatory.expose(TONIGHT, List.of("a.fits"));
        assertThat(get("/frames/7DT05/2026-11-19/a.fits").body())
                .contains("<h2>Calibrated by</h2>")
                .contains("<a href=\"/masters/7DT05/masters/bias/bias-1x1/v2\">bias</a>, 6 h away");
    }

    @Test
    void aFrameSaysWhichNearerMasterWasPassedByAndWhy() throws Exception {
        observatory.expose(TONIGHT, List.of("a.fits"));
        assertThat(get("/frames/7DT05/2026-11-19/a.fits").body())
                .contains("<a href=\"/masters/7DT05/masters/bias/bias-1x1/v3\">bias version 3</a> of 2026-11-19")
                .contains("is nearer or newer, but was passed by; not passed: ");
    }

    @Test
    void aFrameThatDiffersFromThoseBeforeItSaysWhatThatHintsAt() throws Exception {
        observatory.expose(TONIGHT, List.of("a.fits"));
        assertThat(get("/frames/7DT05/2026-11-19/a.fits").body())
                .contains("focus?</span>", "stars are 1.62 times as wide as in the frames before");
    }

    @Test
    void aNightCountsItsGoodFramesAndMarksTheOthers() throws Exception {
        observatory.expose(TONIGHT, List.of("a.fits", "b.fits", "c.fits"));
        String page = get("/nights/7DT05/2026-11-19").body();
        assertThat(page)
                .contains("2 of 3 checked frames are good, <span class=\"badge failed\">1 not good</span>")
                .contains("<span class=\"badge failed\" title=\"stars seen\">not good</span>")
                .contains("id=\"only-not-good\"");
        assertThat(Pattern.compile("<(tr|li) id=\"[^\"]+\" class=\"[^\"]*not-good\"")
                        .matcher(page)
                        .results())
                .as("its row and its tile")
                .hasSize(2);
    }

    @Test
    void theFilesOfAFrameMayBeTakenAwayAndNoOthers() throws Exception {
        observatory.expose(TONIGHT, List.of("a b.fits", "b.fits"));
        Matcher links = Pattern.compile("href=\"(/files/[^\"]+)\"")
                .matcher(get("/frames/7DT05/2026-11-19/a%2520b.fits").body());
        assertThat(links.find()).as("the frame itself").isTrue();
        assertThat(get(links.group(1)).body()).as("it is not in this archive").contains("No such file");
        assertThat(links.find()).as("its picture").isTrue();
        HttpResponse<String> file = get(links.group(1));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"p0.preview.png\"");
        assertThat(get(links.group(1).replace("a%2520b", "b")).statusCode())
                .as("by another frame's name")
                .isEqualTo(404);
        assertThat(get("/files/" + "0".repeat(64) + "/../../etc/passwd").statusCode())
                .isEqualTo(404);
    }

    @Test
    void mastersAreListedWithWhatIsOddAboutThem() throws Exception {
        assertThat(get("/masters").body()).contains("No master was built yet");
        observatory.masters();
        assertThat(get("/masters/nothing").statusCode()).isEqualTo(404);
        Thread.sleep(250);
        assertThat(get("/masters").body())
                .contains("href=\"/masters/7DT05/masters/bias/bias-1x1/v2\">bias version 2</a>")
                .contains("<td class=\"number\" data-label=\"frames\">9 of 10</td>")
                .contains(
                        "<span class=\"badge recorded\">good</span> <span class=\"reason\">not passed, warnings only: enough frames</span>")
                .contains(
                        "<span class=\"badge waiting\">waiting</span> <span class=\"reason\">3 of 5 are transferred</span>");
        observatory.masters.isReachable = false;
        Thread.sleep(250);
        assertThat(get("/masters").body()).contains("The ledger cannot be read now");
    }

    @Test
    void aMasterTellsWhatItWasMadeOfAndHowGoodItIs() throws Exception {
        observatory.masters();
        String page = get("/masters/7DT05/masters/bias/bias-1x1/v2").body();
        assertThat(page)
                .contains("<h1 class=\"name\">bias version 2 <span class=\"unit\">7DT05</span></h1>")
                .contains("<dt>Bad pixels, share</dt><dd>1.25 %</dd>")
                .contains("href=\"/frames/7DT05/2026-11-19/bias%25202.fits\"")
                .contains("<span class=\"badge waiting\">left out</span>")
                .contains("<th scope=\"row\">enough frames</th>");
        Matcher file = Pattern.compile("href=\"(/files/[^\"]+)\"").matcher(page);
        assertThat(file.find()).isTrue();
        assertThat(get(file.group(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void aProductIsDrawnByEveryStretchAndWithNorthUp() throws Exception {
        observatory.masters();
        Matcher drawn = Pattern.compile("src=\"(/drawn/[^\"]+/)asinh(/[^\"]+)\"")
                .matcher(get("/masters/7DT05/masters/bias/bias-1x1/v2").body());
        assertThat(drawn.find()).isTrue();
        for (String way : List.of("asinh", "linear", "wide", "asinh-north", "wide-north")) {
            HttpResponse<String> picture = get(drawn.group(1) + way + drawn.group(2));
            assertThat(picture.statusCode()).as(way).isEqualTo(200);
            assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
            assertThat(picture.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("immutable");
        }
        assertThat(get(drawn.group(1) + "loud" + drawn.group(2)).body()).contains("No such picture");
        assertThat(get(drawn.group(1).replaceFirst("drawn/.{64}", "drawn/" + "0".repeat(64)) + "asinh" + drawn.group(2))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void eachDetectorOfAFrameCanBeDrawnAlone() throws Exception {
        String page = get("/frames/" + observatory.mosaic(List.of("N 4", "S4"))).body();
        assertThat(page).contains("each of the 2 detectors");
        List<String> links = Pattern.compile("href=\"(/drawn/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links)
                .hasSize(12)
                .allSatisfy(link -> assertThat(get(link).statusCode()).isEqualTo(200));
        String second = links.stream()
                .filter(link -> link.contains("/asinh/") && link.endsWith("detector=S4"))
                .findFirst()
                .orElseThrow();
        String none = second.replaceFirst("\\?.*", "");
        assertThat(get(none).body())
                .as("the first one")
                .isEqualTo(get(none + "?detector=N%204").body());
        assertThat(get(none).body()).isNotEqualTo(get(second).body());
        assertThat(get(none + "?detector=N5").statusCode()).isEqualTo(404);
    }

    @Test
    void aFileThatTwoRevisionsShareIsListedOnce() throws Exception {
        String page = get("/frames/" + observatory.revised()).body();
        assertThat(page).containsOnlyOnce("of reduction r1001").contains("of reduction r1001, current");
    }

    @Test
    void aFrameOfOneDetectorHasTheLinksThatItHad() throws Exception {
        String page = get("/frames/" + observatory.mosaic(List.of("main"))).body();
        assertThat(page)
                .contains("Drawn anew of the reduced image: ")
                .contains("North up, east left: ")
                .doesNotContain("detector=");
    }

    @Test
    void everyAnswerForbidsForeignAndInlineScripts() throws Exception {
        for (String path : List.of("/", "/nowhere", "/api/nights", NIGHT)) {
            assertThat(get(path).headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(get(path).headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        assertThat(get("/").body()).doesNotContain("style=\"", "onclick", "http://", "https://");
    }

    @Test
    void aPageThatHasNotChangedIsNotSentAgain() throws Exception {
        String tag = get("/").headers().firstValue("ETag").orElseThrow();

        assertThat(send(request("/").header("If-None-Match", tag)).statusCode()).isEqualTo(304);
        observatory.count(TONIGHT, 1, 0, 0, 0, false);
        Thread.sleep(250);
        assertThat(send(request("/").header("If-None-Match", tag)).statusCode()).isEqualTo(200);
    }

    @Test
    void aLongPageIsPackedForThoseWhoCanUnpackIt() throws Exception {
        HttpResponse<byte[]> packed =
                http.send(request("/").header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("<!doctype html>");
        }
    }

    @Test
    void theHeadOfAPageIsThatOfThePage() throws Exception {
        HttpResponse<String> head = send(request("/").method("HEAD", BodyPublishers.noBody()));
        HttpResponse<String> page = get("/");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length"))
                .isEqualTo(page.headers().firstValueAsLong("Content-Length"));
        assertThat(head.headers().firstValue("ETag")).isEqualTo(page.headers().firstValue("ETag"));
    }

    @Test
    void nothingCanBeChangedHere() throws Exception {
        HttpResponse<String> answer = send(request("/").POST(BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void whatIsNotThereSaysWhatToLookFor() throws Exception {
        assertThat(get("/frames/7DT05/nothing.fits").body())
                .contains("The ledger has heard nothing of 7DT05/nothing.fits");
        assertThat(get("/frames/7DT05/nothing.fits").statusCode()).isEqualTo(404);
        assertThat(get("/nights/7DT05/yesterday").statusCode()).isEqualTo(404);
        assertThat(get("/nights/%3Cscript%3E/2026-11-19").body()).doesNotContain("<script>");
    }

    @Test
    void withoutTheLedgerTheCountsAndProblemsAreShownAllTheSame() throws Exception {
        observatory.count(TONIGHT, 30, 1, 0, 2, false);
        observatory.trouble(TONIGHT, "a.fits", "failed", "a.fits is a text file", "write it again");
        observatory.ledger.isReachable = false;
        String page = get(NIGHT).body();

        assertThat(page).contains("The ledger cannot be read now", "a.fits is a text file", "30 recorded");
        assertThat(get("/frames/7DT05/2026-11-19/a.fits").body()).contains("The ledger cannot be read now");
    }

    @Test
    void beforeTheNightsAreReadTheIndexDoesNotSayThatThereAreNone() throws Exception {
        observatory.caughtUp = false;

        assertThat(get("/").body()).contains("The nights are being read").doesNotContain("No frame was seen yet");
    }

    @Test
    void anIndexOfFiveHundredNightsIsThereInAMoment() throws Exception {
        for (int i = 0; i < 500; i++) {
            observatory.count(new NightKey("LATISS" + i, "2026-09-11"), 400 + i, 1, 0, 0, true);
        }
        await().alias("a page within 50 ms, when no other program has the processor")
                .pollInterval(Duration.ofMillis(210))
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    long began = System.nanoTime();
                    assertThat(get("/").body()).contains("LATISS499");
                    return Duration.ofNanos(System.nanoTime() - began).toMillis() < 50;
                });
    }

    @Test
    void changesAreToldAsTheyHappen() throws Exception {
        observatory.count(TONIGHT, 30, 0, 0, 2, false);
        Matcher version = Pattern.compile("data-version=\"([^\"]+)\"").matcher(get("/").body());
        assertThat(version.find()).isTrue();
        HttpResponse<InputStream> live =
                http.send(request("/live?page=%2F&since=" + version.group(1)).build(), BodyHandlers.ofInputStream());
        assertThat(live.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(live.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith("retry:");
            observatory.count(TONIGHT, 31, 0, 0, 1, false);
            String line = lines.readLine();
            while (!line.startsWith("data:")) {
                line = lines.readLine();
            }
            assertThat(new ObjectMapper()
                            .readTree(line.substring("data:".length()))
                            .at("/changes/0/html")
                            .asText())
                    .contains(">31<");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(observatory.address(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
