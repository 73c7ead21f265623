package dev.vigil.producer;

import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.instruments.FrameSource;
import dev.vigil.instruments.Judged;
import dev.vigil.instruments.Profiles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the generic profile says of a good science frame. */
final class Judgements {
    private Judgements() {}

    static Judged science(String start) {
        Header header = Fits.header()
                .put("NAXIS1", 32, "")
                .put("NAXIS2", 32, "")
                .put("DATE-OBS", start, "")
                .build();
        Hdu hdu = new Hdu(0, Optional.empty(), header, 2880, 2048, true, false);
        return Profiles.bundled()
                .profileFor("T1")
                .judge(new FrameSource("T1", "2026-03-01/a.fits", List.of(hdu), Instant.parse("2026-03-02T12:00:00Z")));
    }
}
