package dev.vigil.scheduler.association;

import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.Taken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * The name of a calibration set: frames of one unit, kind, night and configuration, of one exposure time for darks and one filter for flats.
 *
 * @param unit the unit
 * @param kind the kind of master it makes
 * @param night the night, or the word undated
 * @param name night, filter or exposure time, and a digest of all that must agree
 */
public record SetKey(String unit, MasterKind kind, String night, String name) {
    private static final String UNDATED = "undated";
    private static final int DIGITS = 8;

    public SetKey {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(name, "name");
    }

    /** The set that a frame belongs to, if it is a calibration frame that is to be used. */
    public static Optional<SetKey> of(FrameAnnounced announced) {
        if (!(announced.judgement() instanceof Taken taken)
                || taken.file().elsewhere().isPresent()
                || announced.identity().lastLevel() != Level.TRANSFERRED) {
            return Optional.empty();
        }
        return kindOf(announced.identity().type()).map(kind -> of(announced, kind, taken.facts()));
    }

    private static SetKey of(FrameAnnounced announced, MasterKind kind, FrameFacts facts) {
        String night = nightName(announced.identity().night());
        String variant = variant(kind, facts);
        String digest = digest(night + "\n" + variant + "\n" + words(facts.configuration()));
        String plain = variant.isEmpty() ? "" : "_" + variant.replaceAll("[^A-Za-z0-9.+-]", "-");
        return new SetKey(announced.identity().unit(), kind, night, night + plain + "_" + digest);
    }

    /** The kind of master that frames of a type make. */
    public static Optional<MasterKind> kindOf(FrameType type) {
        return switch (type) {
            case BIAS -> Optional.of(MasterKind.BIAS);
            case DARK -> Optional.of(MasterKind.DARK);
            case FLAT -> Optional.of(MasterKind.FLAT);
            default -> Optional.empty();
        };
    }

    /** All of it in one text, which {@link #parse} reads. */
    public String text() {
        return String.join("\n", unit, kind.name(), night, name);
    }

    /** Reads what {@link #text} wrote. */
    public static SetKey parse(String text) {
        String[] parts = text.split("\n", -1);
        return new SetKey(parts[0], MasterKind.valueOf(parts[1]), parts[2], parts[3]);
    }

    /** The name of a night in keys. */
    public static String nightName(Optional<LocalDate> night) {
        return night.map(LocalDate::toString).orElse(UNDATED);
    }

    /** The id of a version of its master. */
    public MasterId master(int version) {
        return MasterId.of(unit, kind, name, version);
    }

    private static String variant(MasterKind kind, FrameFacts facts) {
        return switch (kind) {
            case BIAS -> "";
            case DARK -> facts.exposureTime().map(SetKey::seconds).orElse("unknown-time");
            case FLAT -> facts.filter().orElse("no-filter");
        };
    }

    /** An exposure time as people write it, such as 100s or 0.5s. */
    static String seconds(Duration time) {
        return java.math.BigDecimal.valueOf(time.toMillis(), 3)
                        .stripTrailingZeros()
                        .toPlainString() + "s";
    }

    /** Temperatures of one set point differ a little from frame to frame, so they count in whole degrees. */
    private static String words(Configuration configuration) {
        return String.join(
                "\n",
                configuration.camera().toString(),
                configuration.detector().toString(),
                configuration.window().toString(),
                configuration.binning().toString(),
                configuration.gainSetting().toString(),
                configuration.offset().toString(),
                configuration.readMode().toString(),
                configuration.amplifiers().toString(),
                configuration.rowOrder().toString(),
                configuration.temperature().map(Math::round).toString());
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return unit + "/" + kind + "/" + name;
    }
}
