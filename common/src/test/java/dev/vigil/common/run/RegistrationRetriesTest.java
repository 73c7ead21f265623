package dev.vigil.common.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.spi.FilterReply;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.NotControllerException;
import org.junit.jupiter.api.Test;

class RegistrationRetriesTest {
    private static final String CONTROLLER = "kafka.server.ControllerApis";
    private static final String REGISTRATION =
            "Unexpected error handling request RequestHeader(apiKey=CONTROLLER_REGISTRATION, apiVersion=0)";
    private static final Throwable NOT_YET = new CompletionException(new NotControllerException("it is node 1"));

    private final LoggerContext context = new LoggerContext();

    @Test
    void aControllerThatIsNotReadyToRegisterIsNotTold() throws Exception {
        configure();
        assertThat(decision(CONTROLLER, REGISTRATION, NOT_YET)).isEqualTo(FilterReply.DENY);
    }

    @Test
    void whateverElseGoesWrongThereIsTold() throws Exception {
        configure();
        assertThat(decision(CONTROLLER, REGISTRATION, new CompletionException(new IllegalStateException("broken"))))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(decision(CONTROLLER, REGISTRATION, null)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decision(CONTROLLER, REGISTRATION.replace("CONTROLLER_R", "BROKER_R"), NOT_YET))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(decision("kafka.server.KafkaApis", REGISTRATION, NOT_YET)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decision(CONTROLLER, null, NOT_YET)).isEqualTo(FilterReply.NEUTRAL);
    }

    private void configure() throws Exception {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(getClass().getResource("/logback.xml"));
    }

    private FilterReply decision(String logger, String words, Throwable thrown) {
        return context.getTurboFilterList()
                .getTurboFilterChainDecision(null, context.getLogger(logger), Level.ERROR, words, null, thrown);
    }
}
