package dev.vigil.instruments;

import dev.vigil.imaging.Card;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The cards whose change makes a frame worth reducing again; a header edit of others does not. */
record MatteringCards(Set<String> keywords) {
    private static final List<String> STRUCTURE =
            List.of("BITPIX", "NAXIS", "NAXIS1", "NAXIS2", "NAXIS3", "BZERO", "BSCALE", "BLANK");

    /** What reductions read beside the header map: where the telescope looked, where it stands, and through how much air. */
    private static final Pattern POINTING =
            Pattern.compile("(CTYPE|CRVAL|CRPIX|CDELT|CROTA|CUNIT)\\d|(CD|PC)\\d_\\d|PV\\d_\\d+"
                    + "|(A|B|AP|BP)_(ORDER|DMAX|\\d_\\d)|LONPOLE|LATPOLE|RADESYS|RADECSYS|EQUINOX|MJD-OBS"
                    + "|RA|DEC|OBJCTRA|OBJCTDEC|PIXSCALE|SECPIX|FOCALLEN|XPIXSZ|AIRMASS"
                    + "|SITE(LONG|LAT|ELEV)|OBSGEO-[LBH]|LONGITUD|LATITUDE|HEIGHT|(LONG|LAT|ALT)-OBS");

    /** The structure of the data, what the header map names (for every amplifier), and what else a reduction or its checks read. */
    static MatteringCards of(HeaderMap map, List<String> amplifiers, Collection<String> more) {
        Set<String> keywords = new TreeSet<>(STRUCTURE);
        keywords.addAll(more);
        for (String keyword : map.all()) {
            keywords.add(keyword.replace("#", ""));
            amplifiers.forEach(amplifier -> keywords.add(keyword.replace("#", amplifier)));
        }
        return new MatteringCards(keywords);
    }

    MatteringCards {
        keywords = new TreeSet<>(keywords);
    }

    /** SHA-256, in hexadecimal, of the values of these cards in every HDU. */
    String fingerprint(List<Hdu> hdus) {
        MessageDigest digest = sha256();
        for (Hdu hdu : hdus) {
            for (String keyword : in(hdu.header())) {
                hdu.header().text(keyword).ifPresent(value -> digest.update(line(hdu, keyword, value)));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Set<String> in(Header header) {
        Set<String> all = new TreeSet<>(keywords);
        header.cards().stream()
                .map(Card::keyword)
                .filter(keyword -> POINTING.matcher(keyword).matches())
                .forEach(all::add);
        return all;
    }

    private static byte[] line(Hdu hdu, String keyword, String value) {
        return (hdu.index() + " " + keyword + "=" + value + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
