package dev.vigil.cli.products;

import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.reduction.products.DetectorExport;
import dev.vigil.reduction.products.DetectorNames;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the images of reduced frames as another pipeline wants them. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Write the images of reduced frames as another pipeline wants them.",
            "One plain FITS file for each detector, under names of your own. Nothing is overwritten."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  vigil export c4d_260101_031502_ori_9c1f.fits.fz --names dwf --wcs tpv --out photometry",
            "  vigil export *.fits.fz --names '{OBJECT}_{EXPNUM}_{DETECTOR}.fits' --out there"
        })
public final class ExportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PRODUCT", description = "Reduced frames, as the archive has them.")
    private List<Path> products;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to.")
    private Path out;

    @Option(
            names = "--names",
            paramLabel = "NAME|PATTERN",
            defaultValue = "usual",
            description =
                    "How files are called: usual ({frame}_{DETECTOR}.fits), dwf ({OBJECT}.{filter}.ut{yymmdd}.{EXPNUM}_{CCDNUM}.fits),"
                            + " or any keywords of the header in braces, besides {frame}, {date}, {yymmdd} and {filter}"
                            + " (default: ${DEFAULT-VALUE}).")
    private String names;

    @Option(
            names = "--wcs",
            paramLabel = "FORM",
            defaultValue = "sip",
            description =
                    "How distortion is told: sip, as the reduction does, or tpv, as SExtractor, SCAMP and SWarp read it"
                            + " (default: ${DEFAULT-VALUE}).")
    private Form wcs;

    /** How distortion is told. */
    enum Form {
        sip,
        tpv
    }

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        DetectorExport export =
                new DetectorExport(WrongCallException.checked(() -> DetectorNames.of(names)), wcs == Form.tpv);
        ProgressBar bar = new ProgressBar("exporting", products.size(), new Terminal(System.err), Clock.systemUTC());
        int files = 0;
        for (int i = 0; i < products.size(); i++) {
            files += written(export, products.get(i));
            if (products.size() > 1) {
                bar.show(i + 1);
            }
        }
        if (products.size() > 1) {
            bar.end();
        }
        spec.commandLine().getOut().printf("files written to %s: %d%n", out, files);
        return 0;
    }

    private int written(DetectorExport export, Path product) throws IOException, BadFitsException {
        try {
            return export.write(product, out).size();
        } catch (FileAlreadyExistsException there) {
            throw new IOException(
                    there.getMessage() + " exists, and nothing is overwritten; name another --out, or delete it",
                    there);
        }
    }
}
