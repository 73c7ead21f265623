package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** Looks at the pages with a real browser. The pictures that it takes lie in {@code target/screenshots}. */
class PortalIT {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String FRAME = "/frames/7DT05/2026-11-19/7DT05_20261120_001502_T11746_i_1x1_100.0s_0000.fits";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    private Observatory observatory;
    private ChromeDriver browser;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "SKIPPED: the pages were not looked at, for there is no " + BROWSER + " and " + DRIVER
                        + "; install the Debian packages chromium and chromium-driver");
        observatory = new Observatory(folder);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options());
        Files.createDirectories(SCREENSHOTS);
    }

    private ChromeOptions options() {
        return new ChromeOptions()
                .setBinary(BROWSER.toFile())
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--user-data-dir=" + folder.resolve("browser"));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
        if (observatory != null) {
            observatory.close();
        }
    }

    @Test
    void theIndexShowsNightsAndBringsThemUpToDateByItself() throws IOException {
        fill();
        visit("/");
        assertThat(browser.findElements(By.cssSelector("#nights tr"))).hasSize(6);
        picture("index");

        mark();
        observatory.count(Observatory.TONIGHT, 402, 3, 0, 0, true);
        observatory.count(new NightKey("7DT05", "2026-11-20"), 5, 0, 0, 2, false);
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<WebElement> rows = browser.findElements(By.cssSelector("#nights tr"));
            assertThat(rows).hasSize(7);
            assertThat(rows.get(1).getText()).contains("2026-11-20");
            assertThat(rows.get(2).getText()).contains("402").contains("✓");
        });
        assertThat(isMarked()).as("the page was not loaded again").isTrue();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void anEmptyIndexSaysWhatToDoAndFillsByItself() throws IOException {
        visit("/");
        assertThat(browser.findElement(By.id("main")).getText()).contains("No frame was seen yet");
        picture("index-empty");

        observatory.count(Observatory.TONIGHT, 30, 0, 0, 1, false);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(browser.findElements(By.cssSelector("#nights tr"))).hasSize(1);
            assertThat(browser.findElement(By.id("main")).getText()).doesNotContain("No frame was seen yet");
        });
    }

    @Test
    void aNightShowsProblemsFirstThenPicturesThenFrames() throws IOException {
        fill();
        visit("/nights/7DT05/2026-11-19");
        assertThat(browser.findElement(By.id("problems")).getText())
                .contains("3 failed reduction the gain of each of them is not known")
                .contains("What to do: write EGAIN into the header");
        assertThat(browser.findElements(By.cssSelector("#tiles li"))).hasSize(24);
        assertThat(browser.findElements(By.cssSelector("#rows tr"))).hasSize(24);
        awaitPicture("#tiles img");
        picture("night");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aNightIsBroughtUpToDateWhereItStandsAndKeepsWhatWasOpened() throws IOException {
        fill();
        visit("/nights/7DT05/2026-11-19");
        browser.findElement(By.cssSelector("#problems summary")).click();
        mark();

        List<String> more = new ArrayList<>(names());
        more.add("7DT05_20261120_091500_T11999_r_1x1_100.0s_0000.fits");
        observatory.expose(Observatory.TONIGHT, more);
        observatory.count(Observatory.TONIGHT, 403, 3, 8, 1, false);
        observatory.trouble(Observatory.TONIGHT, "new.fits", "failed", "new.fits is a text file", "write it again");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(browser.findElements(By.cssSelector("#rows tr"))).hasSize(25);
            assertThat(browser.findElements(By.cssSelector("#tiles li"))).hasSize(25);
            assertThat(browser.findElement(By.id("summary")).getText()).contains("403");
            assertThat(browser.findElement(By.id("problems")).getText()).contains("new.fits is a text file");
        });
        assertThat(browser.findElement(By.cssSelector("#problems details")).getDomAttribute("open"))
                .isNotNull();
        assertThat(isMarked()).as("the page was not loaded again").isTrue();
    }

    @Test
    void aFrameTellsItsStory() throws IOException {
        fill();
        visit("/nights/7DT05/2026-11-19");
        browser.findElement(By.cssSelector("#rows tr a")).click();
        await().atMost(PATIENCE)
                .until(() -> !browser.findElements(By.id("story")).isEmpty());
        assertThat(browser.findElement(By.id("story")).getText())
                .contains("What happened", "transferred", "recorded", "by calibrator-2/1");
        awaitPicture("#story img");
        picture("frame");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aFrameOfManyDetectorsOffersEachOfThem() throws IOException {
        fill();
        List<String> detectors =
                IntStream.rangeClosed(1, 31).mapToObj(number -> "N" + number).toList();
        visit("/frames/" + observatory.mosaic(detectors).value());
        browser.findElement(By.cssSelector("details.drawn summary")).click();
        assertThat(browser.findElements(By.cssSelector("details.drawn li"))).hasSize(31);
        awaitPicture("#story img");
        picture("mosaic");
        assertThat(complaints()).isEmpty();
        browser.findElement(By.cssSelector("details.drawn li:nth-child(2) span a"))
                .click();
        await().atMost(PATIENCE)
                .until(() -> browser.getCurrentUrl().endsWith("asinh-north/7DT05/2026-11-19/mosaic.fits?detector=N2"));
    }

    @Test
    void mastersAreListedAndShownWithWhatTheyWereMadeOf() throws IOException {
        visit("/masters");
        assertThat(browser.findElement(By.id("main")).getText()).contains("No master was built yet");
        picture("masters-empty");
        observatory.masters();
        await().atMost(PATIENCE)
                .until(() -> browser.findElements(By.cssSelector("#masters tr")).size() == 2);
        picture("masters");
        browser.findElement(By.linkText("bias version 2")).click();
        await().atMost(PATIENCE)
                .until(() -> !browser.findElements(By.id("story")).isEmpty());
        assertThat(browser.findElement(By.id("story")).getText()).contains("9 of 10", "left out", "wide");
        awaitPicture("#story img");
        picture("master");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void namesAreShownAndNeverRun() throws IOException {
        observatory.count(Observatory.TONIGHT, 2, 1, 0, 0, false);
        observatory.expose(Observatory.TONIGHT, List.of("<script>alert(1)<_script>.fits", "two\nlines.fits"));
        observatory.trouble(Observatory.TONIGHT, "a.fits", "failed", "<img src=x onerror=alert(2)>", "<b>no</b>");
        visit("/nights/7DT05/2026-11-19");

        assertThat(browser.findElement(By.id("rows")).getText())
                .contains("<script>alert(1)<_script>.fits")
                .contains("two␊lines.fits");
        assertThat(browser.findElement(By.id("problems")).getText()).contains("<img src=x onerror=alert(2)>");
        browser.findElement(By.linkText("two␊lines.fits")).click();
        await().atMost(PATIENCE)
                .until(() -> !browser.findElements(By.id("story")).isEmpty());
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("two␊lines.fits");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void whatIsNotThereSaysSoAndLeadsBack() {
        visit("/nights/7DT05/1999-01-01");
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("No such night");
        picture("missing");
        browser.findElement(By.linkText("All nights")).click();
        await().atMost(PATIENCE)
                .until(() -> browser.findElement(By.tagName("h1")).getText().equals("Nights"));
    }

    @Test
    void theKeyboardReachesEverything() throws IOException {
        fill();
        visit("/");
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
            reached.add(browser.switchTo().activeElement().getText());
        }
        assertThat(reached)
                .startsWith("To the content", "Vigil", "Nights", "Masters")
                .contains("2026-11-19");
    }

    @Test
    void onAPhoneNothingReachesBeyondTheGlass() throws IOException {
        fill();
        observatory.masters();
        visit("/nights/7DT05/2026-11-19");
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
        for (String page : List.of("/", "/nights/7DT05/2026-11-19", "/masters", FRAME)) {
            browser.get(observatory.address(page));
            assertThat(beyond()).as(page).isEmpty();
        }
    }

    /** What reaches beyond the right edge and cannot be moved there by itself. */
    private List<?> beyond() {
        return (List<?>) ((JavascriptExecutor) browser).executeScript("""
                const width = document.documentElement.clientWidth;
                return [...document.querySelectorAll('main *')]
                    .filter(each => !each.closest('thead, svg, .scroll, .plots, .unseen'))
                    .filter(each => each.getBoundingClientRect().right > width + 1)
                    .map(each => each.tagName + ' ' + each.textContent.slice(0, 40));
                """);
    }

    private void fill() throws IOException {
        observatory.count(Observatory.TONIGHT, 397, 3, 8, 6, false);
        observatory.count(new NightKey("7DT06", "2026-11-19"), 0, 0, 0, 12, false);
        observatory.count(new NightKey("LATISS", "2026-11-18"), 812, 0, 0, 0, true);
        observatory.count(new NightKey("7DT05", "2026-11-18"), 498, 1, 0, 0, true);
        observatory.count(new NightKey("HSC", "2026-11-17"), 22_400, 4, 112, 0, false);
        observatory.count(new NightKey("7DT05", "unknown"), 0, 2, 0, 0, false);
        observatory.expose(Observatory.TONIGHT, names());
        for (String name : names().subList(0, 3)) {
            observatory.trouble(
                    Observatory.TONIGHT,
                    name,
                    "failed",
                    "the gain of " + name + " is not known",
                    "write EGAIN into the header");
        }
        for (String name : names().subList(3, 11)) {
            observatory.trouble(
                    Observatory.TONIGHT, name, "waiting", "master flat m650 of 2026-11-19: 3 of 5 frames are in", "");
        }
    }

    private static List<String> names() {
        return IntStream.range(0, 24)
                .mapToObj(i -> "7DT05_20261120_0%d1502_T%d_i_1x1_100.0s_%04d.fits".formatted(i % 10, 11746 + i, i))
                .toList();
    }

    private void visit(String path) {
        browser.manage().window().setSize(new Dimension(1400, 1000));
        browser.get(observatory.address(path));
        if (!path.contains("1999")) {
            await().atMost(PATIENCE)
                    .until(() -> browser.findElement(By.id("live")).getText().equals("live"));
        }
    }

    private void awaitPicture(String selector) {
        await().atMost(PATIENCE)
                .until(() -> Boolean.TRUE.equals(script("const i = document.querySelector('" + selector
                        + "'); return i.complete && i.naturalWidth > 0")));
    }

    /** Taken wide and narrow, bright and dark. No page may be wider than a telephone. */
    private void picture(String name) {
        for (boolean dark : new boolean[] {false, true}) {
            browser.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of(
                            "features",
                            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
            for (int width : new int[] {1400, 390}) {
                metrics(width, 800);
                metrics(width, Math.min(3000, (Long) script("return document.documentElement.scrollHeight")));
                save(name + "-" + width + (dark ? "-dark" : ""));
                assertThat((Long) script("return document.documentElement.scrollWidth"))
                        .as(name + " at " + width)
                        .isLessThanOrEqualTo(width);
            }
        }
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private void metrics(int width, long height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private void save(String name) {
        try {
            Files.write(SCREENSHOTS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mark() {
        script("window.marked = true");
    }

    private boolean isMarked() {
        return Boolean.TRUE.equals(script("return window.marked === true"));
    }

    private Object script(String text) {
        return ((JavascriptExecutor) browser).executeScript(text);
    }

    /** What the browser complains of: scripts that failed, and what the security policy forbade. */
    private List<String> complaints() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .toList();
    }
}
