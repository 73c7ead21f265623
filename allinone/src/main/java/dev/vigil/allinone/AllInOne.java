package dev.vigil.allinone;

import dev.vigil.cli.command.Target;
import dev.vigil.common.run.Deployment;
import dev.vigil.common.run.Parts;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.embedded.EmbeddedBroker;
import dev.vigil.embedded.LocalDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The broker, the database and every service, in one process and one folder. */
public final class AllInOne implements AutoCloseable {
    private final Parts parts;
    private final AllInOneSettings settings;
    private final Config config;
    private final Services services;
    private final Deployment deployment;
    private final List<String> remarks;

    private AllInOne(
            Parts parts,
            AllInOneSettings settings,
            Config config,
            Services services,
            Deployment deployment,
            List<String> remarks) {
        this.parts = parts;
        this.settings = settings;
        this.config = config;
        this.services = services;
        this.deployment = deployment;
        this.remarks = List.copyOf(remarks);
    }

    /** Starts everything; returns when files may come. */
    public static AllInOne start(AllInOneSettings settings, StopSignal stop) throws Exception {
        Parts parts = new Parts();
        return Parts.orClose(parts, () -> start(settings, stop, parts));
    }

    private static AllInOne start(AllInOneSettings settings, StopSignal stop, Parts parts) throws Exception {
        DataFolder.make(settings);
        Ports ports = parts.add(new Ports(settings.given(), PortClaims.ofThisUser()));
        OwnParts own = servers(settings, ports, parts);
        Config config = own.over(AllInOneDefaults.over(settings.given())).with(Settings.PORTAL_PORT, ports.portal());
        Services services = parts.add(Services.start(config, stop));
        List<String> remarks = new ArrayList<>(ports.moved());
        own.unheeded(settings.given()).ifPresent(remarks::add);
        Deployment deployment = new Deployment(
                ProcessHandle.current().pid(), settings.data(), settings.demo(), new Reach(config).settings());
        parts.add(deployment.announce()).remark().ifPresent(remarks::add);
        return new AllInOne(parts, settings, config, services, deployment, remarks);
    }

    /** The broker and the database start side by side: each takes seconds. */
    private static OwnParts servers(AllInOneSettings settings, Ports ports, Parts parts) throws Exception {
        Path data = settings.data();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<EmbeddedBroker> broker = threads.submit(
                    () -> parts.add(ports.broker(port -> EmbeddedBroker.start(data.resolve("kafka"), port, Map.of()))));
            Future<LocalDatabase> database =
                    threads.submit(() -> parts.add(LocalDatabase.start(data.resolve("postgres"), 0)));
            return own(settings, Waiting.result(broker), Waiting.result(database));
        } finally {
            threads.shutdown();
        }
    }

    private static OwnParts own(AllInOneSettings settings, EmbeddedBroker broker, LocalDatabase database) {
        Path data = settings.data();
        return new OwnParts(Map.of(
                Settings.KAFKA_BOOTSTRAP_SERVERS, broker.bootstrapServers(),
                Settings.LEDGER_URL, database.jdbcUrl(),
                Settings.LEDGER_USER, database.user(),
                Settings.LEDGER_PASSWORD, database.password(),
                Settings.ARCHIVE_FOLDER, settings.archive(),
                Settings.WORKING_FOLDER, data.resolve("working"),
                Settings.STATE_FOLDER, data.resolve("state"),
                Settings.PRODUCER_INCOMING, settings.incoming(),
                Settings.PRODUCER_PROFILES, data.resolve("profiles")));
    }

    /** The settings of its services, which also reach it from outside. */
    public Config config() {
        return config;
    }

    /** Where Kafka's tools connect. */
    public String broker() {
        return config.read(in -> in.get(Settings.KAFKA_BOOTSTRAP_SERVERS));
    }

    /** Where the pages are. */
    public URI portal() {
        return URI.create("http://localhost:" + portalPort() + "/");
    }

    private int portalPort() {
        return config.read(in -> in.get(Settings.PORTAL_PORT));
    }

    /** Where files are to be put. */
    public Path incoming() {
        return settings.incoming();
    }

    /** How commands on this machine come to be about it. */
    public String found() {
        return Target.finds(settings.given(), deployment, Deployment.running())
                ? "find it by themselves"
                : "find it with --data " + settings.data();
    }

    /** What is otherwise than its user may think: ports that were taken, settings that are not heeded. */
    public List<String> remarks() {
        return remarks;
    }

    /** Its services, each with the ports on which it serves. */
    public List<String> services() {
        return services.words();
    }

    @Override
    public void close() {
        parts.close();
    }
}
