package dev.vigil.common.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings of no single unit that need each other, or shut each other out. */
final class Companions {
    private static final String SFTP_ALONE = "sftp";

    private final Config.Reader in;

    private Companions(Config.Reader in) {
        this.in = in;
    }

    /** What of them does not go together, in sentences. */
    static Stream<String> of(Config.Reader in) {
        Companions of = new Companions(in);
        return Stream.<Supplier<Optional<String>>>of(
                        of::offeredNowhere,
                        of::certifiedTwiceOrByHalf,
                        of::encryptedInTheClear,
                        () -> of.half(Settings.REGISTRY_SERIALIZER, Settings.REGISTRY_DESERIALIZER),
                        of::releasedNever,
                        of::releasedUnread)
                .flatMap(Contradictions::told);
    }

    private Optional<String> offeredNowhere() {
        return in.get(Settings.PRODUCER_OFFER).equals(SFTP_ALONE) && !isGiven(Settings.PRODUCER_SFTP)
                ? Optional.of(
                        "producer.offer is sftp, and producer.sftp is empty: say where, such as sftp://user@host/data/incoming")
                : Optional.empty();
    }

    private Optional<String> certifiedTwiceOrByHalf() {
        if (!isGiven(Settings.PRODUCER_TLS_KEYSTORE)) {
            return half(Settings.PRODUCER_TLS_CERTIFICATE, Settings.PRODUCER_TLS_KEY);
        }
        String files = given(Settings.PRODUCER_TLS_CERTIFICATE, Settings.PRODUCER_TLS_KEY)
                .collect(Collectors.joining(" and "));
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of("producer.tls-keystore is set, and " + files + " as well: take one or the other out");
    }

    private Optional<String> half(Setting<?> one, Setting<?> other) {
        if (isGiven(one) == isGiven(other)) {
            return Optional.empty();
        }
        Setting<?> there = isGiven(one) ? one : other;
        Setting<?> lacking = isGiven(one) ? other : one;
        return Optional.of(there.name() + " is set, and " + lacking.name() + " is not: set both, or neither");
    }

    private Optional<String> encryptedInTheClear() {
        String clear = in.get(Settings.PRODUCER_ADDRESS).stream()
                .filter(address -> "http".equals(address.getScheme()))
                .map(URI::toString)
                .collect(Collectors.joining(", "));
        return given(Settings.PRODUCER_TLS_CERTIFICATE, Settings.PRODUCER_TLS_KEYSTORE)
                .filter(setting -> !clear.isEmpty())
                .findFirst()
                .map(setting -> "producer.address says " + clear + ", and with " + setting
                        + " files are served encrypted: write https");
    }

    private Optional<String> releasedNever() {
        PerUnit<Duration> after = PerUnit.ofMoved(in, Settings.PRODUCER_RELEASE_AFTER);
        boolean isNever = Stream.concat(Stream.of(after.usual()), after.own().values().stream())
                .allMatch(Duration::isZero);
        return in.get(Settings.AUDITOR_RELEASE) && isNever
                ? Optional.of("auditor.release is true, and no producer.release-after says when files may be deleted:"
                        + " say so, such as 30 d, or take auditor.release out")
                : Optional.empty();
    }

    /** Nothing is released that was not read again before. */
    private Optional<String> releasedUnread() {
        return in.get(Settings.AUDITOR_RELEASE) && in.get(Settings.AUDITOR_RATE) == 0
                ? Optional.of(
                        "auditor.release is true, and auditor.rate is 0, so no file is read again before it may be"
                                + " deleted: give auditor.rate some megabytes, or take auditor.release out")
                : Optional.empty();
    }

    private Stream<String> given(Setting<?>... settings) {
        return Stream.of(settings).filter(this::isGiven).map(Setting::name);
    }

    private boolean isGiven(Setting<?> setting) {
        return !setting.shown(in.get(setting)).isBlank();
    }
}
