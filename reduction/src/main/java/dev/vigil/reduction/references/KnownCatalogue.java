package dev.vigil.reduction.references;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How well-known catalogues call their columns, as their archives and VizieR hand them out. */
enum KnownCatalogue {
    GAIA(
            "gaia",
            List.of(Set.of("phot_g_mean_mag"), Set.of("ra_icrs", "gmag", "rpmag")),
            Optional.empty(),
            List.of(
                    new Band("G", "Vega", "phot_g_mean_mag Gmag", "e_Gmag"),
                    new Band("BP", "Vega", "phot_bp_mean_mag BPmag", "e_BPmag"),
                    new Band("RP", "Vega", "phot_rp_mean_mag RPmag", "e_RPmag")),
            "BP-RP",
            Map.of(
                    Role.RA, "ra RA_ICRS",
                    Role.DEC, "dec DE_ICRS",
                    Role.EPOCH, "ref_epoch",
                    Role.COLOUR, "bp_rp BP-RP",
                    Role.BLUE, "phot_bp_mean_mag BPmag",
                    Role.RED, "phot_rp_mean_mag RPmag")),
    REFCAT2(
            "refcat2",
            List.of(Set.of("rp1", "r10", "gaia"), Set.of("ra_icrs", "gmag", "rmag", "imag")),
            Optional.of(new Epoch(2015.5)),
            List.of(
                    new Band("r", "AB", "r rmag", "dr e_rmag"),
                    new Band("g", "AB", "g gmag", "dg e_gmag"),
                    new Band("i", "AB", "i imag", "di e_imag"),
                    new Band("z", "AB", "z zmag", "dz e_zmag")),
            "g-r",
            Map.of(Role.RA, "RA RA_ICRS", Role.DEC, "Dec DE_ICRS", Role.BLUE, "g gmag", Role.RED, "r rmag")),
    TYCHO2(
            "tycho2",
            List.of(Set.of("vtmag"), Set.of("mag_vt"), Set.of("vt_mag")),
            Optional.of(Epoch.J2000),
            List.of(
                    new Band("VT", "Vega", "VTmag MAG_VT VT_mag", "e_VTmag"),
                    new Band("BT", "Vega", "BTmag MAG_BT BT_mag", "e_BTmag")),
            "BT-VT",
            Map.of(
                    Role.RA, "RAmdeg RA_ICRS RA",
                    Role.DEC, "DEmdeg DE_ICRS DEC",
                    Role.BLUE, "BTmag MAG_BT BT_mag",
                    Role.RED, "VTmag MAG_VT VT_mag")),
    GENERIC(
            "generic",
            List.of(Set.of()),
            Optional.empty(),
            List.of(new Band("unknown", "unknown", "mag magnitude phot_mag", "mag_error magerr e_mag mag_err")),
            "",
            Map.of(
                    Role.RA, "ra raj2000 ra_icrs ra_deg alpha_j2000 ra2000 radeg",
                    Role.DEC, "dec dej2000 de_icrs dec_deg delta_j2000 decj2000 dec2000 dedeg de",
                    Role.EPOCH, "epoch ref_epoch",
                    Role.COLOUR, "colour color"));

    /** What nearly everybody calls alike. */
    private static final Map<Role, String> USUAL = Map.of(
            Role.MOTION_RA, "pmra pmra_cosdec pm_ra",
            Role.MOTION_DEC, "pmdec pmde pm_dec",
            Role.PARALLAX, "parallax plx",
            Role.RA_ERROR, "ra_error e_ra_icrs e_ramdeg e_raj2000 dra",
            Role.DEC_ERROR, "dec_error e_de_icrs e_demdeg e_dej2000 ddec",
            Role.MOTION_RA_ERROR, "pmra_error e_pmra dpmra",
            Role.MOTION_DEC_ERROR, "pmdec_error e_pmde dpmdec",
            Role.FLUX_OVER_ERROR, "phot_g_mean_flux_over_error");

    private final String word;
    private final List<Set<String>> signatures;
    private final Optional<Epoch> epoch;
    private final List<Band> bands;
    private final String colour;
    private final Map<Role, String> own;

    /**
     * A band that a catalogue has.
     *
     * @param columns how its magnitude may be called, the most likely first
     */
    record Band(String name, String system, String columns, String errorColumns) {}

    KnownCatalogue(
            String word,
            List<Set<String>> signatures,
            Optional<Epoch> epoch,
            List<Band> bands,
            String colour,
            Map<Role, String> own) {
        this.word = word;
        this.signatures = signatures;
        this.epoch = epoch;
        this.bands = bands;
        this.colour = colour;
        this.own = own;
    }

    /** How columns may be called besides those of the bands, in small or capital letters. */
    Map<Role, String> columns() {
        Map<Role, String> columns = new HashMap<>(USUAL);
        columns.putAll(own);
        return columns;
    }

    String word() {
        return word;
    }

    /** That of its places, if all its releases have the same. */
    Optional<Epoch> epoch() {
        return epoch;
    }

    Optional<String> colour() {
        return Optional.of(colour).filter(name -> !name.isEmpty());
    }

    /** The band of a name, or the catalogue's first. */
    Optional<Band> band(Optional<String> name) {
        return name.isEmpty()
                ? Optional.of(bands.get(0))
                : bands.stream().filter(band -> band.name().equals(name.get())).findFirst();
    }

    String bandNames() {
        return bands.stream().map(Band::name).collect(Collectors.joining(", "));
    }

    static Optional<KnownCatalogue> named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equalsIgnoreCase(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(KnownCatalogue::word).collect(Collectors.joining(", "));
    }

    /** By the columns that only this catalogue has. */
    static KnownCatalogue of(Set<String> columns) {
        Set<String> small =
                columns.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return Arrays.stream(values())
                .filter(each -> each.signatures.stream().anyMatch(small::containsAll))
                .findFirst()
                .orElse(GENERIC);
    }
}
