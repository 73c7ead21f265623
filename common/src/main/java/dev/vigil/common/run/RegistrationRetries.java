package dev.vigil.common.run;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Optional;
import org.slf4j.Marker;

/**
 * Keeps one complaint of Kafka's controller out of the log: that it was asked to register itself before it had read its own old records.
 * It is Kafka that asks, and asks again until it has.
 */
public final class RegistrationRetries extends TurboFilter {
    private static final String CONTROLLER = "kafka.server.ControllerApis";
    private static final String REQUEST = "apiKey=CONTROLLER_REGISTRATION,";
    private static final String NOT_YET = "NotControllerException";

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] values, Throwable thrown) {
        boolean isRetried = logger.getName().equals(CONTROLLER)
                && level == Level.ERROR
                && format != null
                && format.contains(REQUEST)
                && isNotYet(thrown);
        return isRetried ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static boolean isNotYet(Throwable thrown) {
        return Optional.ofNullable(thrown)
                .map(Throwable::getCause)
                .filter(cause -> cause.getClass().getSimpleName().equals(NOT_YET))
                .isPresent();
    }
}
