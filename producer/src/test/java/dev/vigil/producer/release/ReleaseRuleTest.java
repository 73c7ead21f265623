package dev.vigil.producer.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.producer.known.Known;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FileToRelease;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(40));
    private static final Sha256 SOURCE = new Sha256("ab".repeat(32));
    private static final FrameId FRAME = new FrameId("T1/2026-10-10/a.fits");
    private static final ReleaseRule RULE = new ReleaseRule(Duration.ofDays(30));

    @Test
    void nothingSpeaksAgainstAnOldFileThatIsArchivedReadAgainAndAsItWasAnnounced() {
        assertThat(RULE.objection(asked(), taken(1, LONG_AGO), NOW)).isEmpty();
    }

    @Test
    void whereNothingIsPermittedEveryFileIsKept() {
        assertThat(new ReleaseRule(Duration.ZERO).objection(asked(), taken(1, LONG_AGO), NOW))
                .get()
                .asString()
                .contains("producer.release-after");
    }

    @Test
    void theOnlyExactCopyIsKept() {
        FileToRelease exact = asked();
        FileToRelease lossy = new FileToRelease(
                exact.identity(),
                exact.size(),
                exact.source(),
                "raw/T1/2026-10-10/a~lossy.fits.fz",
                exact.archivedAt(),
                exact.verified());
        assertThat(RULE.objection(lossy, taken(1, LONG_AGO), NOW))
                .hasValueSatisfying(why -> assertThat(why).contains("only exact copy"));
    }

    @Test
    void aFileThatNobodyKnowsIsKept() {
        assertThat(RULE.objection(asked(), Optional.empty(), NOW)).isPresent();
    }

    @Test
    void aFileThatIsArrivingStalledRefusedOrVanishedIsKept() {
        for (Known.Standing standing : new Known.Standing[] {
            new Known.IsArriving(),
            new Known.IsStalled(),
            new Known.IsRefused(FailureCategory.NOT_FITS, "no FITS"),
            new Known.IsRefused(FailureCategory.VANISHED, "gone")
        }) {
            Known known = new Known(FRAME, 1, 2880, LONG_AGO, standing);
            assertThat(RULE.objection(asked(), Optional.of(known), NOW)).isPresent();
        }
    }

    @Test
    void anotherRevisionThanWasArchivedIsKept() {
        assertThat(RULE.objection(asked(), taken(2, LONG_AGO), NOW)).isPresent();
    }

    @Test
    void anotherFrameUnderTheSameNameIsKept() {
        Known reused = new Known(FRAME.reused(), 1, 2880, LONG_AGO, standing(SOURCE));
        assertThat(RULE.objection(asked(), Optional.of(reused), NOW)).isPresent();
    }

    @Test
    void otherBytesThanWereArchivedAreKept() {
        Known other = new Known(FRAME, 1, 2880, LONG_AGO, standing(new Sha256("cd".repeat(32))));
        assertThat(RULE.objection(asked(), Optional.of(other), NOW)).isPresent();
        Known longer = new Known(FRAME, 1, 5760, LONG_AGO, standing(SOURCE));
        assertThat(RULE.objection(asked(), Optional.of(longer), NOW)).isPresent();
    }

    @Test
    void aFileThatIsTooYoungIsKept() {
        assertThat(RULE.objection(asked(), taken(1, NOW.minus(Duration.ofDays(29))), NOW))
                .isPresent();
    }

    @Test
    void aFileThatItsProfileKeepsLongerIsKept() {
        ReleaseRule longer = new ReleaseRule(Duration.ofDays(30), Optional.of(Duration.ofDays(60)));
        FileToRelease asked = asked(NOW.minus(Duration.ofDays(45)), NOW.minusSeconds(60));
        assertThat(longer.objection(asked, taken(1, LONG_AGO), NOW))
                .get()
                .asString()
                .contains("60 days (retention in its profile)");
        assertThat(new ReleaseRule(Duration.ofDays(30), Optional.of(Duration.ofDays(7)))
                        .objection(asked, taken(1, LONG_AGO), NOW))
                .isEmpty();
    }

    @Test
    void aFileThatHasNotBeenArchivedForLongEnoughIsKept() {
        FileToRelease young = asked(NOW.minus(Duration.ofDays(29)), NOW.minusSeconds(60));
        assertThat(RULE.objection(young, taken(1, LONG_AGO), NOW)).isPresent();
    }

    @Test
    void aFileWhoseCopyWasNotReadAgainOfLateIsKept() {
        assertThat(RULE.objection(asked(LONG_AGO, NOW.minus(Duration.ofHours(25))), taken(1, LONG_AGO), NOW))
                .isPresent();
        assertThat(RULE.objection(asked(LONG_AGO, NOW.plus(Duration.ofHours(1))), taken(1, LONG_AGO), NOW))
                .isPresent();
        assertThat(new ReleaseRule(Duration.ofSeconds(1))
                        .objection(asked(NOW.minusSeconds(60), NOW.minusSeconds(120)), taken(1, LONG_AGO), NOW))
                .isPresent();
    }

    private static Optional<Known> taken(int revision, Instant modified) {
        return Optional.of(new Known(FRAME, revision, 2880, modified, standing(SOURCE)));
    }

    private static Known.Standing standing(Sha256 source) {
        return new Known.IsTaken(source.value(), "", Optional.empty());
    }

    private static FileToRelease asked() {
        return asked(LONG_AGO, NOW.minusSeconds(60));
    }

    private static FileToRelease asked(Instant archivedAt, Instant verified) {
        FrameIdentity identity = new FrameIdentity(
                FRAME,
                1,
                "T1",
                Optional.of(LocalDate.parse("2026-10-10")),
                NightSource.FOLDER,
                "exposure",
                FrameType.SCIENCE,
                Level.REDUCED,
                0);
        return new FileToRelease(identity, 2880, SOURCE, "raw/T1/2026-10-10/a.fits", archivedAt, verified);
    }
}
