package dev.vigil.instruments;

import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Headers for tests: a good science frame, and what is changed in it. */
final class Frames {
    private static final Profile GENERIC = Profiles.bundled().profileFor("TEL01");

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final String PATH = "2026-11-19/abc_0001.fits";

    private Frames() {}

    static Header.Builder science() {
        return Header.builder()
                .put("NAXIS", 2, "")
                .put("NAXIS1", 1056, "")
                .put("NAXIS2", 1024, "")
                .put("IMAGETYP", "LIGHT", "")
                .put("OBJECT", "T11746", "")
                .put("EXPTIME", 100.0, "")
                .put("DATE-OBS", "2026-11-20T03:15:02.123", "")
                .put("FILTER", "r", "")
                .put("SITELONG", -70.8386, "")
                .put("EGAIN", 0.256, "");
    }

    static Hdu image(int index, Header header) {
        return new Hdu(index, header.text("EXTNAME"), header, 2880, 2L * 1056 * 1024, true, false);
    }

    static Hdu empty(Header header) {
        return new Hdu(0, Optional.empty(), header, 2880, 0, false, false);
    }

    static FrameSource source(String path, Header header) {
        return new FrameSource("TEL01", path, List.of(image(0, header)), NOW);
    }

    static FrameSource source(Header.Builder header) {
        return source(PATH, header.build());
    }

    /** A primary header without data, and extensions. */
    static FrameSource mosaic(Header primary, List<Header> extensions) {
        List<Hdu> hdus = new ArrayList<>(List.of(empty(primary)));
        extensions.forEach(extension -> hdus.add(image(hdus.size(), extension)));
        return new FrameSource("TEL01", PATH, hdus, NOW);
    }

    static Profile generic() {
        return GENERIC;
    }

    static FrameDescription described(FrameSource source) {
        if (generic().judge(source) instanceof Judged.Described described) {
            return described.frame();
        }
        throw new AssertionError("not described: " + generic().judge(source));
    }

    /** The frame of an answer, whether a rule excludes it or not. */
    static FrameDescription frame(Judged judged) {
        if (judged instanceof Judged.Excluded excluded) {
            return excluded.frame();
        }
        if (judged instanceof Judged.Described described) {
            return described.frame();
        }
        throw new AssertionError("refused: " + judged);
    }

    static Judged.Refused refused(FrameSource source) {
        if (generic().judge(source) instanceof Judged.Refused refused) {
            return refused;
        }
        throw new AssertionError("not refused: " + generic().judge(source));
    }
}
