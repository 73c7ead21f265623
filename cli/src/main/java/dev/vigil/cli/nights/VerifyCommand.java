package dev.vigil.cli.nights;

import dev.vigil.audit.Audit;
import dev.vigil.audit.AuditSettings;
import dev.vigil.audit.Difference;
import dev.vigil.audit.Repairs;
import dev.vigil.audit.Report;
import dev.vigil.cli.command.Target;
import dev.vigil.cli.terminal.Bytes;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.cli.topics.Requests;
import dev.vigil.schemas.events.Request;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigil verify}: whether disk, topics, ledger and archive agree, and what to do where they do not. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Compare the telescope's disk, the topics, the ledger and the archive, file by file.",
            "Each difference is one line, with what puts it right. Exit status 1 if there is any, or if a disk could not be asked."
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final long MEGABYTE = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Mixin
    private NightsAsked nights;

    @Option(names = "--deep", description = "Read every file of the archive as well, and compare its digest.")
    private boolean deep;

    @Option(
            names = "--repair",
            description =
                    "Put right what can be: fetch or reduce again, send events again. Damaged files are set aside.")
    private boolean repair;

    @Option(names = "--json", description = "Print each difference as JSON, one a line.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        NightSelection selection = nights.selection();
        AuditSettings settings = AuditSettings.from(target.config());
        Set<String> found = new TreeSet<>();
        Report report = new Audit(settings, (unit, night) -> isWanted(unit, night, selection, found), Clock.systemUTC())
                .compare(deep, new Bar(() -> selection.requireAmong(found)));
        report.silent()
                .forEach((unit, why) -> spec.commandLine().getErr().println("vigil: the disk of " + unit + " " + why));
        warnOfNewer(report.unknown());
        Instant now = Instant.now();
        report.differences().forEach(difference -> out.println(json ? difference.json(now) : text(difference)));
        if (!json) {
            out.println(summary(report));
        }
        out.flush();
        boolean isAllAsked = report.unknown() == 0 && report.troubled().isEmpty();
        if (repair && !report.differences().isEmpty()) {
            int status = repair(settings, report, out);
            return isAllAsked ? status : 1;
        }
        return report.differences().isEmpty() && isAllAsked ? 0 : 1;
    }

    /** A night that any side shows is known, whatever the others say. */
    private static boolean isWanted(String unit, String night, NightSelection selection, Set<String> found) {
        found.add(unit + "/" + night);
        return selection.includes(unit, night);
    }

    private void warnOfNewer(long records) {
        if (records > 0) {
            spec.commandLine()
                    .getErr()
                    .println("vigil: what "
                            + (records == 1
                                    ? "1 record says was not compared: it has a schema that this version does not know;"
                                            + " verify with the version that wrote it"
                                    : records + " records say was not compared: they have schemas that this version"
                                            + " does not know; verify with the version that wrote them"));
        }
    }

    private static String text(Difference difference) {
        return difference.kind().word() + "  " + difference + "; to do: "
                + difference.repair().words();
    }

    private String summary(Report report) {
        int count = report.differences().size();
        String unasked = report.troubled().isEmpty()
                ? ""
                : ", but the disk of " + String.join(", ", report.troubled()) + " could not be asked";
        String passedBy = report.passedBy() == 0
                ? ""
                : "; " + counted(report.passedBy(), "file")
                        + " of nights before producer.since not asked about (vigil backfill takes them)";
        String touched = report.touched() == 0
                ? ""
                : "; " + counted(report.touched(), "file") + " at the telescope "
                        + (report.touched() == 1 ? "has" : "have")
                        + " another time than was announced, and the same size";
        return counted(report.frames(), "frame") + ", " + counted(report.files(), "file") + " of the archive ("
                + Bytes.words(report.bytes()) + (deep ? ", all of them read" : ", by name and size; --deep reads them")
                + "): " + (count == 0 ? "no difference" : counted(count, "difference"))
                + unasked + passedBy + touched
                + report.gone().words().stream().map(clause -> "; " + clause).collect(Collectors.joining());
    }

    private static String counted(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    /** What was put right is seen by verifying again, when the work is done. */
    private int repair(AuditSettings settings, Report report, PrintWriter out) throws Exception {
        Repairs repairs = new Repairs(settings, report.differences());
        if (repairs.isEmpty()) {
            out.println("nothing of this can be put right from here");
            return 1;
        }
        int aside = repairs.setAside();
        if (aside > 0) {
            out.println(aside + (aside == 1 ? " damaged file is" : " damaged files are")
                    + " set aside, in .aside of the archive");
        }
        int told = repairs.tellAgain();
        if (told > 0) {
            out.println(counted(told, "event") + (told == 1 ? " is" : " are") + " sent again");
        }
        List<Request> requests = new ArrayList<>();
        repairs.wishes()
                .forEach((unit, wishes) ->
                        wishes.forEach(wish -> requests.add(Requests.of(unit, "found by vigil verify", wish))));
        int status = requests.isEmpty()
                ? 0
                : new Requests(target.config(), out, spec.commandLine().getErr()).ask(requests);
        if (repairs.left() > 0) {
            out.println(repairs.left() + " of the differences only a person can put right: see above what to do");
        }
        out.println("verify again when that is done");
        return repairs.left() > 0 ? 1 : status;
    }

    /** Shows how much of the archive is read. */
    private static final class Bar implements Audit.Listener {
        private final Runnable before;
        private Optional<ProgressBar> bar = Optional.empty();

        /** A bar, and what is to be done when all sides were asked and nothing is read yet. */
        Bar(Runnable before) {
            this.before = before;
        }

        @Override
        public void asked(long bytesToRead) {
            before.run();
            if (bytesToRead >= MEGABYTE) {
                bar = Optional.of(new ProgressBar(
                        "reading MB", bytesToRead / MEGABYTE, new Terminal(System.err), Clock.systemUTC()));
            }
        }

        @Override
        public void read(long bytes) {
            bar.ifPresent(shown -> shown.show(bytes / MEGABYTE));
        }
    }
}
