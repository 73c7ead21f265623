package dev.vigil.cli.refcat;

import dev.vigil.cli.command.CatalogueFile;
import dev.vigil.cli.terminal.Bytes;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.reduction.astrometry.SkyPatterns;
import dev.vigil.reduction.astrometry.WholeSky;
import dev.vigil.reduction.references.ReferenceFile;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes what a search over the whole sky goes by. */
@Command(
        name = "patterns",
        mixinStandardHelpOptions = true,
        description = {
            "Make the patterns by which frames are found that do not say where they look.",
            "They are patterns of four stars, in a file beside the catalogue: FILE.patterns.",
            "A calibrator makes them itself when it first needs them; this spares it the minute that a catalogue of"
                    + " millions takes."
        })
final class RefcatPatternsCommand implements Callable<Integer> {
    @Mixin
    private CatalogueFile file;

    @Override
    public Integer call() throws Exception {
        ReferenceFile catalogue = file.open();
        WholeSky sky = WholeSky.of(catalogue);
        SkyPatterns patterns = sky.patterns(RefcatPatternsCommand::watching);
        file.out()
                .printf(
                        Locale.ROOT,
                        "%,d patterns of %s, %s: %s%n",
                        patterns.size(),
                        catalogue.name(),
                        Bytes.words(patterns.bytes()),
                        sky.file().map(Object::toString).orElse("in memory"));
        return 0;
    }

    /** Several threads make them, so steps may be told out of their order. */
    private static LongConsumer watching(long steps) {
        ProgressBar bar = new ProgressBar("patterns", Math.max(1, steps), new Terminal(System.err), Clock.systemUTC());
        long[] most = {0};
        return step -> {
            synchronized (bar) {
                most[0] = Math.max(most[0], step);
                bar.show(most[0]);
                if (step == steps) {
                    bar.end();
                }
            }
        };
    }
}
