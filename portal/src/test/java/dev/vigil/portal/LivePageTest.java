package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivePageTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private List<Fragment> parts = List.of(part("a", "1"), part("b", "1"));
    private final LivePage page = new LivePage(
            new View() {
                @Override
                public String title() {
                    return "test";
                }

                @Override
                public List<Fragment> fragments() {
                    return parts;
                }

                @Override
                public Html body(List<Fragment> fragments) {
                    return Fragment.in("main", fragments);
                }

                @Override
                public boolean isAbout(NightKey key) {
                    return true;
                }
            },
            "epoch");

    @Test
    void onlyWhatHasChangedIsTold() throws InterruptedException {
        String seen = page.snapshot(1000, Duration.ZERO).version();
        assertThat(page.changesSince(seen, AT_ONCE)).isEmpty();

        parts = List.of(part("a", "1"), part("b", "2"), part("c", "1"));
        page.refresh(2000);
        assertThat(page.changesSince(seen, AT_ONCE).orElseThrow())
                .isEqualTo(
                        "{\"changes\":[{\"id\":\"b\",\"into\":\"main\",\"after\":\"a\",\"html\":\"<p id=\\\"b\\\">2</p>\"},"
                                + "{\"id\":\"c\",\"into\":\"main\",\"after\":\"b\",\"html\":\"<p id=\\\"c\\\">1</p>\"}]}");
        assertThat(page.changesSince(page.version(), AT_ONCE)).isEmpty();
    }

    @Test
    void aPartThatIsGoneIsTakenAway() throws InterruptedException {
        String seen = page.snapshot(1000, Duration.ZERO).version();
        parts = List.of(part("a", "1"));
        page.refresh(2000);

        assertThat(page.changesSince(seen, AT_ONCE).orElseThrow())
                .isEqualTo("{\"changes\":[{\"id\":\"b\",\"html\":null}]}");
    }

    @Test
    void aPageFromBeforeARestartIsLoadedAgain() throws InterruptedException {
        assertThat(page.changesSince("another-3", AT_ONCE)).contains("{\"reload\":true}");
        assertThat(page.changesSince("", AT_ONCE)).contains("{\"reload\":true}");
        assertThat(page.changesSince("epoch-nonsense", AT_ONCE)).contains("{\"reload\":true}");
    }

    @Test
    void aPageThatWasReadAMomentAgoIsNotReadAnew() {
        page.snapshot(1000, Duration.ofMillis(200));
        parts = List.of();

        assertThat(page.snapshot(1100, Duration.ofMillis(200)).fragments()).hasSize(2);
        assertThat(page.snapshot(1200, Duration.ofMillis(200)).fragments()).isEmpty();
    }

    private static Fragment part(String id, String text) {
        return new Fragment(id, "main", Html.of("<p id=\"{}\">{}</p>", id, text));
    }
}
