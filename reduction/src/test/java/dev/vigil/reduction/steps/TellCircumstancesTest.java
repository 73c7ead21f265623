package dev.vigil.reduction.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.StarField;
import dev.vigil.reduction.ephemeris.Circumstances;
import dev.vigil.reduction.ephemeris.Observatory;
import dev.vigil.reduction.ephemeris.SiteCards;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.pointing.PointingCards;
import dev.vigil.reduction.pointing.Whereabouts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TellCircumstancesTest {
    private static final Header RAW = StarField.header("10:00:00").toBuilder()
            .put("SITELONG", -70.7, "")
            .put("SITELAT", -30.2, "")
            .put("MOONALT", -99.0, "of the telescope's own software")
            .build();

    private static Circumstances told(Optional<Observatory> site) {
        return told(RAW, site);
    }

    private static Circumstances told(Header raw, Optional<Observatory> site) {
        Whereabouts where = new Whereabouts(
                PointingCards.of(raw, raw, StarField.DETECTOR),
                Optional.of(Instant.parse("2026-02-20T04:00:00Z")),
                SiteCards.of(raw),
                SiteCards.airmass(raw),
                List.of());
        return new TellCircumstances(site)
                .compare(Findings.NONE, StarField.SIZE, where)
                .circumstances();
    }

    @Test
    void theProfilesSiteCountsBeforeTheHeaders() {
        assertThat(told(Optional.empty()).site()).contains("the header's site");
        Circumstances known = told(Optional.of(new Observatory("El Sauce", -70.8386, -30.4865, 1600)));
        assertThat(known.site()).contains("El Sauce");
        assertThat(known.airmass().orElseThrow()).isBetween(1.0, 1.2);
        assertThat(known.sunAltitude().orElseThrow()).isLessThan(-18);
    }

    @Test
    void whereNoSiteIsKnownTheHeadersAirmassIsTaken() {
        Header placeless = StarField.header("10:00:00").toBuilder()
                .put("AIRMASS", 1.37, "")
                .build();
        Circumstances found = told(placeless, Optional.empty());
        assertThat(found.site()).isEmpty();
        assertThat(found.airmass()).hasValue(1.37);
        assertThat(found.sunAltitude()).isEmpty();
        assertThat(told(placeless.toBuilder().put("AIRMASS", -1.0, "").build(), Optional.empty()))
                .isEqualTo(Circumstances.UNKNOWN);
        assertThat(told(placeless, Optional.of(new Observatory("El Sauce", -70.8386, -30.4865, 1600)))
                        .airmass()
                        .orElseThrow())
                .isNotEqualTo(1.37);
    }

    @Test
    void whereNobodyKnowsTheFieldTheHeadersAirmassIsTakenBesideTheMoonAndTheSunOfTheSite() {
        Header fieldless = Header.builder().put("AIRMASS", 1.37, "").build();
        Circumstances found = told(fieldless, Optional.of(new Observatory("El Sauce", -70.8386, -30.4865, 1600)));
        assertThat(found.site()).contains("El Sauce");
        assertThat(found.sunAltitude()).isPresent();
        assertThat(found.moonSeparation()).isEmpty();
        assertThat(found.airmass()).hasValue(1.37);
    }

    @Test
    void anotherSiteIsAnotherRecipe() {
        assertThat(new TellCircumstances(Optional.of(new Observatory("El Sauce", -70.8386, -30.4865, 1600))).printed())
                .contains("El Sauce")
                .isNotEqualTo(new TellCircumstances(Optional.empty()).printed());
    }
}
