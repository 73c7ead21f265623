package dev.vigil.embedded;

import java.nio.file.Path;
import java.util.Map;

/** A process that starts a broker, writes one record, says so, and waits to be killed. */
final class BrokerChild {
    private BrokerChild() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0, Map.of());
        EmbeddedBrokerTest.create(broker, "news");
        EmbeddedBrokerTest.send(broker, "news", "written before the kill");
        System.out.println("ready");
        System.in.read();
    }
}
