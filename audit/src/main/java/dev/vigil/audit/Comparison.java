package dev.vigil.audit;

import dev.vigil.archive.ArchiveException;
import dev.vigil.audit.Difference.Kind;
import dev.vigil.ledger.Standing;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what the sides said of the same files.
 *
 * @param topics what was said
 * @param ledger what was written down
 * @param archive what is there
 * @param source what the telescopes hold
 * @param asOf when the sides began to be asked: younger news may not have reached all of them
 */
record Comparison(TopicSide topics, LedgerSide ledger, ArchiveSide archive, SourceSide source, Instant asOf) {
    /** News takes seconds from one side to the other. */
    static final Duration UNDER_WAY = Duration.ofSeconds(30);

    /** Every difference, the worst first. With {@code read} every file is read, and its bytes told as they come. */
    List<Difference> differences(Optional<LongConsumer> read) throws ArchiveException {
        List<Difference> found = new ArrayList<>();
        topics.frames().values().forEach(said -> frame(said).ifPresent(found::add));
        for (Holding holding : holdings()) {
            file(holding, read).ifPresent(found::add);
        }
        if (topics.unknown() == 0) {
            unsaid(found);
            found.addAll(strays());
        }
        found.addAll(atSource().differences());
        found.sort(Comparator.comparing(Difference::kind).thenComparing(Difference::name));
        return List.copyOf(found);
    }

    /** Every file that is said to be in the archive, by the topics or by the ledger, once. */
    List<Holding> holdings() {
        Map<String, Holding> all = new LinkedHashMap<>();
        Stream.of(
                        topics.frames().values().stream().flatMap(said -> said.holdings().stream()),
                        topics.masters().stream(),
                        ledger.holdings().stream())
                .flatMap(each -> each)
                .forEach(holding -> all.putIfAbsent(
                        holding.file().key() + " " + holding.file().digest(), holding));
        return List.copyOf(all.values());
    }

    /** What the telescopes' disks hold, and do not hold any more. */
    AtSource atSource() {
        return new AtSource(topics, ledger, source, asOf);
    }

    private boolean isUnderWay(Instant at) {
        return at.isAfter(asOf.minus(UNDER_WAY));
    }

    private Optional<Difference> frame(FrameSaid said) {
        if (isUnderWay(said.last())) {
            return Optional.empty();
        }
        String name = said.frame().value();
        Optional<Standing> standing = ledger.standing(said.frame());
        if (standing.isEmpty()) {
            return Optional.of(unrecorded(name, "the ledger does not know it"));
        }
        List<Holding> lacking = said.holdings().stream()
                .filter(holding -> !ledger.holds(holding))
                .toList();
        if (!lacking.isEmpty()) {
            String more = lacking.size() > 1 ? " and of " + (lacking.size() - 1) + " more of its files" : "";
            return Optional.of(unrecorded(
                    name, "the ledger has no row of " + lacking.get(0).file().key() + more));
        }
        int lost = said.sightings() - ledger.sightings(said.frame());
        if (lost > 0) {
            return Optional.of(
                    unrecorded(name, "the ledger lacks " + lost + " of its " + said.sightings() + " announcements"));
        }
        boolean isSettled = standing.get() == Standing.RECORDED || standing.get() == Standing.EXCLUDED;
        return said.isRecorded() && !isSettled
                ? Optional.of(unrecorded(name, "it is recorded, but the ledger has it as " + standing.get()))
                : Optional.empty();
    }

    private static Difference unrecorded(String name, String words) {
        return new Difference(Kind.UNRECORDED, name, words, new Repair.TellAgain(name));
    }

    private void unsaid(List<Difference> found) {
        Repair byHand = new Repair.ByHand(
                "see whether the topics are those of this ledger, and whether somebody deleted records");
        for (FrameId frame : ledger.frames()) {
            if (!topics.frames().containsKey(frame)) {
                found.add(new Difference(
                        Kind.UNSAID, frame.value(), "the ledger knows it, but no topic speaks of it", byHand));
            }
        }
        Set<String> said = Stream.concat(
                        topics.frames().values().stream().flatMap(frame -> frame.holdings().stream()),
                        topics.masters().stream())
                .map(holding -> holding.file().key())
                .collect(Collectors.toSet());
        for (Holding holding : ledger.holdings()) {
            if (!said.contains(holding.file().key()) && !isUnderWay(holding.at())) {
                found.add(new Difference(
                        Kind.UNSAID,
                        holding.owner().name(),
                        "the ledger has " + holding.file().key() + ", of which no topic speaks",
                        byHand));
            }
        }
    }

    private Optional<Difference> file(Holding holding, Optional<LongConsumer> read) throws ArchiveException {
        StoredFile file = holding.file();
        Optional<Long> size = archive.size(file.key());
        if (size.isEmpty()) {
            return Optional.of(difference(Kind.MISSING, holding, "the archive does not hold " + file.key()));
        }
        if (size.get() != file.size()) {
            return Optional.of(difference(
                    Kind.DAMAGED,
                    holding,
                    file.key() + " has " + size.get() + " bytes in the archive instead of " + file.size()));
        }
        if (read.isPresent()) {
            String digest = archive.digest(file.key());
            read.get().accept(file.size());
            if (!digest.equals(file.digest().value())) {
                return Optional.of(difference(
                        Kind.DAMAGED, holding, "the bytes of " + file.key() + " are not those that were archived"));
            }
        }
        return Optional.empty();
    }

    private Difference difference(Kind kind, Holding holding, String words) {
        Optional<String> setAside =
                kind == Kind.DAMAGED ? Optional.of(holding.file().key()) : Optional.empty();
        return new Difference(
                kind, holding.owner().name(), words + inVain(holding.owner()), repair(holding.owner(), setAside));
    }

    private String inVain(Owner owner) {
        return owner instanceof Owner.Master lost
                ? topics.failedSince(lost.master())
                        .map(failed -> "; it was to be built again, but " + failed.reason())
                        .orElse("")
                : "";
    }

    private Repair repair(Owner owner, Optional<String> setAside) {
        if (owner instanceof Owner.Frame raw) {
            return fetch(raw, setAside);
        }
        if (owner instanceof Owner.QuickLook seen && isNewest(seen.frame(), seen.revision())) {
            return new Repair.Again(Repair.Work.LOOK, owner.name(), setAside);
        }
        if (owner instanceof Owner.Reduction made && isOfNewest(made)) {
            return new Repair.Again(Repair.Work.REDUCE, owner.name(), setAside);
        }
        return owner instanceof Owner.Master
                ? new Repair.Again(Repair.Work.BUILD, owner.name(), setAside)
                : new Repair.ByHand("it is of an older revision: bring it back from a backup");
    }

    private Repair fetch(Owner.Frame raw, Optional<String> setAside) {
        if (!isNewest(raw.frame(), raw.revision())) {
            return new Repair.ByHand("the telescope holds a newer revision: bring this one back from a backup");
        }
        if (topics.frames().get(raw.frame()).isReleased()) {
            return new Repair.ByHand("it was released at the telescope: bring it back from a backup");
        }
        String path = raw.frame().path();
        return source.isKnown(raw.frame().unit()) && source.find(path).isEmpty()
                ? new Repair.ByHand("the telescope's disk does not hold it either: bring it back from a backup")
                : new Repair.Again(Repair.Work.FETCH, raw.name(), setAside);
    }

    private boolean isNewest(FrameId frame, int revision) {
        FrameSaid said = topics.frames().get(frame);
        return said != null && said.revision() == revision;
    }

    /** Where the newest revision shares the files of an older one, it is reduced by itself. */
    private boolean isOfNewest(Owner.Reduction made) {
        FrameSaid said = topics.frames().get(made.frame());
        return isNewest(made.frame(), made.revision())
                || said != null && said.reduction().equals(made.reduction());
    }

    private List<Difference> strays() {
        Set<String> keys = new HashSet<>(archive.keys());
        holdings().forEach(holding -> keys.remove(holding.file().key()));
        return Strays.of(keys, topics.frames().values());
    }
}
