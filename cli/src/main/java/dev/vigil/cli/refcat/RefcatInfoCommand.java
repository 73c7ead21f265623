package dev.vigil.cli.refcat;

import dev.vigil.cli.command.CatalogueFile;
import dev.vigil.cli.terminal.Bytes;
import dev.vigil.reduction.references.CatalogueFacts;
import dev.vigil.reduction.references.ReferenceFile;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a catalogue holds. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Say what a catalogue holds and where it comes from.")
final class RefcatInfoCommand implements Callable<Integer> {
    @Mixin
    private CatalogueFile file;

    @Option(names = "--check", description = "Read all of its stars, and say if one has changed on the disk.")
    private boolean check;

    @Override
    public Integer call() throws Exception {
        ReferenceFile catalogue = file.open();
        if (check) {
            catalogue.requireSound();
        }
        print(catalogue, file.out());
        return 0;
    }

    private void print(ReferenceFile catalogue, PrintWriter out) {
        CatalogueFacts facts = catalogue.facts();
        line(out, "name", facts.name());
        line(out, "stars", String.format(Locale.ROOT, "%,d", catalogue.stars()));
        line(out, "with motion", String.format(Locale.ROOT, "%,d", catalogue.movingStars()));
        line(out, "magnitudes", facts.band().name() + " (" + facts.band().system() + "), " + magnitudes(catalogue));
        line(out, "colour", facts.band().colour().orElse("-"));
        line(out, "epoch", Double.toString(facts.epoch().julianYear()));
        line(out, "cells", "HEALPix nested, order " + catalogue.order());
        line(out, "size", Bytes.words(catalogue.bytes()));
        line(out, "made of", "SHA-256 " + facts.source());
        line(out, "note", facts.note().isEmpty() ? "-" : facts.note());
        if (check) {
            line(out, "checked", "every star is as it was written");
        }
    }

    private static String magnitudes(ReferenceFile catalogue) {
        return String.format(Locale.ROOT, "%.2f to %.2f", catalogue.brightest(), catalogue.faintest());
    }

    private static void line(PrintWriter out, String what, String value) {
        out.printf("%-12s %s%n", what, value);
    }
}
