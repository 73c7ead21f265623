package dev.vigil.producer;

import dev.vigil.common.front.Front;
import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.run.Parts;
import dev.vigil.common.run.StopSignal;
import dev.vigil.instruments.Profiles;
import dev.vigil.producer.disk.Disk;
import dev.vigil.producer.judging.Examiner;
import dev.vigil.producer.judging.Sightings;
import dev.vigil.producer.known.History;
import dev.vigil.producer.known.KnownPaths;
import dev.vigil.producer.serving.FileServer;
import dev.vigil.producer.serving.Locations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The producer, wired: watches one incoming folder, announces its files and serves their bytes. */
public final class ProducerService implements AutoCloseable {
    private final Parts parts;
    private final Path incoming;
    private final int port;
    private final int frontPort;

    private ProducerService(Parts parts, Path incoming, int port, int frontPort) {
        this.parts = parts;
        this.incoming = incoming;
        this.port = port;
        this.frontPort = frontPort;
    }

    /** Starts it; a broker or a folder that cannot be reached is waited for. */
    public static ProducerService start(ProducerSettings settings, StopSignal stop) throws Exception {
        return start(settings, stop, Disk.REAL);
    }

    /** The same on a disk that is not as well as it should be. */
    static ProducerService start(ProducerSettings settings, StopSignal stop, Disk disk) throws Exception {
        Parts parts = new Parts();
        return Parts.orClose(parts, () -> start(settings, stop, disk, parts));
    }

    private static ProducerService start(ProducerSettings settings, StopSignal stop, Disk disk, Parts parts)
            throws IOException {
        Clock clock = Clock.systemUTC();
        Path incoming = settings.incoming();
        Profiles profiles = Profiles.bundledAndAny(settings.profiles());
        Front front = parts.add(Front.open(settings.front()));
        WireFormat format = WireFormat.of(settings.registry());
        EventWriter writer = parts.add(EventWriter.open(settings.kafka(), format, "producer"));
        Knowledge knowledge = new Knowledge();
        FileServer files = parts.add(FileServer.open(
                new InetSocketAddress(settings.host(), settings.port()),
                settings.identity(),
                incoming,
                settings.token(),
                knowledge,
                knowledge::away));
        KnownPaths known = new KnownPaths();
        Locations locations = locations(settings, incoming, files.port());
        Sightings sightings =
                new Sightings(settings.patience(), new Announcing(profiles, locations, settings.monitored()), known);
        knowledge.isIn(sightings);
        Watching watching = new Watching(
                new Watching.Setup(
                        settings,
                        profiles,
                        locations,
                        disk,
                        new Examiner(incoming, profiles, clock),
                        new History(settings.kafka(), format),
                        known,
                        knowledge,
                        format,
                        writer,
                        clock,
                        stop),
                sightings,
                new Meters(front.meters()));
        front.ready("knows what was announced, and sees " + incoming, watching::isReady);
        parts.add(watching).start();
        return new ProducerService(parts, incoming, files.port(), front.port());
    }

    private static Locations locations(ProducerSettings settings, Path incoming, int port) {
        return new Locations(
                settings.offersPaths() ? Optional.of(incoming) : Optional.empty(),
                settings.offersHttp() ? addresses(settings, port) : List.of(),
                settings.packaging(),
                settings.sftp());
    }

    /** Without a token only this machine is served, so that is the address. */
    private static List<URI> addresses(ProducerSettings settings, int port) {
        if (!settings.addresses().isEmpty()) {
            return settings.addresses();
        }
        String scheme = settings.identity().isGiven() ? "https://" : "http://";
        return List.of(URI.create(scheme + (settings.token().isEmpty() ? "127.0.0.1" : hostName()) + ":" + port));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    /** The port on which files are served. */
    public int port() {
        return port;
    }

    /** The port of health and metrics. */
    public int frontPort() {
        return frontPort;
    }

    @Override
    public void close() {
        parts.close();
    }

    @Override
    public String toString() {
        return "producer of " + incoming + ", files on port " + port + ", health on port " + frontPort;
    }
}
