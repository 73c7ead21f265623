package dev.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.archive.ArchiveKey;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PathsTest {
    @Test
    void onlyAFolderThatNamesADateIsANight() {
        assertThat(Paths.night("KPF/L0/20240501/KP.20240501.12345.67.fits")).contains("2024-05-01");
        assertThat(Paths.night("7DT05/2025-07-01_gain2750/a.fits")).contains("2025-07-01");
        assertThat(Paths.night("KPF/L0/a.fits")).isEmpty();
        assertThat(Paths.night("KPF/a.fits")).isEmpty();
    }

    @Test
    void whatLiesBesideTheNightsOfTheArchiveIsOfNoNight() {
        assertThat(night("raw/T1/2026-11-19/a.fits")).isEqualTo("2026-11-19");
        assertThat(night("masters/T1/bias/2026-11-19_0123.fits")).isEqualTo("2026-11-19");
        assertThat(night("products/T1/drafts/a.fits")).isEqualTo(Nights.UNKNOWN);
        assertThat(night("masters/T1/bias/old.fits")).isEqualTo(Nights.UNKNOWN);
        assertThat(night("raw/T1/a.fits")).isEqualTo(Nights.UNKNOWN);
    }

    private static String night(String key) {
        return FolderArchive.night(new ArchiveKey(key));
    }

    @Test
    void aFolderThatIsNoNightIsNotTakenForOne() {
        Set<String> asked = new TreeSet<>();
        TopicSide side = new TopicSide((unit, night) -> {
            asked.add(night);
            return false;
        });
        side.hear(new Bias(1).announced());
        assertThat(asked).containsExactly(Bias.NIGHT.toString());
        assertThat(side.frames()).isEmpty();
    }
}
