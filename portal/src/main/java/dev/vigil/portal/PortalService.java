package dev.vigil.portal;

import dev.vigil.common.front.Front;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.run.Parts;
import dev.vigil.common.run.StopSignal;
import dev.vigil.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;

/** The portal: what the progress topics say, the ledger and the archive, and pages of them all. */
public final class PortalService implements AutoCloseable {
    private static final Duration UNITS_EVERY = Duration.ofSeconds(5);

    private final Parts parts;
    private final Front front;
    private final Web web;
    private final ProgressFollower follower;

    private PortalService(Parts parts, Front front, Web web, ProgressFollower follower) {
        this.parts = parts;
        this.front = front;
        this.web = web;
        this.follower = follower;
    }

    /** Starts; the ledger and the archive may come later. */
    public static PortalService start(PortalSettings settings, StopSignal stop) throws Exception {
        Parts parts = new Parts();
        return Parts.orClose(parts, () -> open(settings, stop, parts));
    }

    private static PortalService open(PortalSettings settings, StopSignal stop, Parts parts) throws Exception {
        TopicKeeper.ensure(settings.kafka());
        Front front = parts.add(Front.open(settings.front()));
        NightBook book = new NightBook();
        Ledger ledger = parts.add(Ledger.reading(settings.ledger()));
        ProgressFollower follower = parts.add(ProgressFollower.start(settings.kafka(), book, stop));
        parts.add(UnitWatch.start(
                settings.kafka(), WireFormat.of(settings.registry()), book, UNITS_EVERY, Clock.systemUTC()));
        FrameSource frames = new LedgerFrames(ledger);
        MasterSource masters = new LedgerMasters(ledger);
        LivePages pages = parts.add(LivePages.start(book, frames, masters, follower::isCaughtUp, Clock.systemUTC()));
        Pictures pictures = new Pictures(settings.archiveFolder(), settings.workingFolder());
        ListedFiles files = new ListedFiles(frames, masters, settings.archiveFolder(), settings.workingFolder());
        Layout layout = Layout.of(settings.archiveFolder());
        Web web = parts.add(Web.start(settings.host(), settings.port(), layout, book, pages, pictures, files));
        front.ready("nights read", follower::isCaughtUp);
        return new PortalService(parts, front, web, follower);
    }

    /** The port of the pages. */
    public int port() {
        return web.port();
    }

    /** Whether all nights have been read. */
    public boolean isReady() {
        return follower.isCaughtUp();
    }

    @Override
    public void close() {
        parts.close();
    }

    @Override
    public String toString() {
        return "portal on port " + web.port() + ", health on port " + front.port();
    }
}
