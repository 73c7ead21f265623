package dev.vigil.scheduler;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Setting;
import dev.vigil.common.settings.Settings;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Mode;
import dev.vigil.scheduler.policy.Order;
import dev.vigil.scheduler.policy.Policies;
import dev.vigil.scheduler.policy.Policy;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the habits of a unit: what is set for it comes first, then what its mode says, then what is set for all. */
final class PolicySettings {
    private final Config.Reader in;
    private final Optional<String> unit;
    private final Optional<Mode> ownMode;

    private PolicySettings(Config.Reader in, Optional<String> unit) {
        this.in = in;
        this.unit = unit;
        this.ownMode = own(Settings.SCHEDULER_MODE).map(Mode::named);
    }

    static Policies policies(Config.Reader in) {
        return new Policies(
                new PolicySettings(in, Optional.empty()).policy(),
                in.units().stream()
                        .collect(Collectors.toMap(
                                Function.identity(), name -> new PolicySettings(in, Optional.of(name)).policy())));
    }

    private Policy policy() {
        return new Policy(
                transfers(),
                Habits.of(order(), get(Settings.SCHEDULER_LIMIT)),
                get(Settings.SCHEDULER_BACKFILL_SHARE),
                get(Settings.SCHEDULER_TRANSFER_DEADLINE),
                get(Settings.SCHEDULER_REDUCTION_DEADLINE),
                get(Settings.SCHEDULER_BACKFILL_AFTER),
                get(Settings.SCHEDULER_SET_QUIET),
                get(Settings.SCHEDULER_MINIMUM_INPUTS),
                Optional.of(get(Settings.SCHEDULER_GIVE_UP_AFTER)).filter(time -> !time.equals(Duration.ZERO)),
                get(Settings.SCHEDULER_REMEMBER),
                get(Settings.SCHEDULER_ARCHIVE_PATIENCE));
    }

    private Habits transfers() {
        return new Habits(
                order(),
                shaped(Settings.SCHEDULER_LIMIT, Mode::limit),
                shaped(Settings.SCHEDULER_BUNDLE, Mode::bundle),
                get(Settings.SCHEDULER_EXPOSURES_PER_MINUTE),
                get(Settings.SCHEDULER_LINE_RATE),
                shaped(Settings.SCHEDULER_HOURS, Mode::hours));
    }

    private Order order() {
        return Order.valueOf(get(Settings.SCHEDULER_ORDER).toUpperCase(Locale.ROOT));
    }

    private <T> T get(Setting<T> setting) {
        return own(setting).orElseGet(() -> in.get(setting));
    }

    private <T> Optional<T> own(Setting<T> setting) {
        return unit.flatMap(name -> in.given(setting.of(name)));
    }

    private <T> T shaped(Setting<T> setting, Function<Mode, Optional<T>> shape) {
        return own(setting)
                .or(() -> ownMode.flatMap(shape))
                .or(() -> in.given(setting))
                .or(() -> ownMode.isPresent() ? Optional.empty() : shape.apply(usualMode()))
                .orElseGet(setting::standard);
    }

    private Mode usualMode() {
        return Mode.named(in.get(Settings.SCHEDULER_MODE));
    }
}
