package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.CalibrationSet;
import dev.vigil.scheduler.association.CalibrationSet.Phase;
import dev.vigil.scheduler.association.Member;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.association.Tally;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.scheduler.policy.TaskName;
import dev.vigil.scheduler.state.Alarm;
import dev.vigil.scheduler.state.FrameStanding;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.topics.Topics;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers calibration frames into sets, and closes them. */
final class SetWork {
    private final Turn turn;

    SetWork(Turn turn) {
        this.turn = turn;
    }

    /** A frame has news; if it is a calibration frame, its set has too. */
    void heard(FrameStanding standing) {
        standing.announced()
                .flatMap(SetKey::of)
                .ifPresent(set -> heard(
                        set,
                        standing,
                        standing.announced().orElseThrow(),
                        standing.facts().orElseThrow()));
    }

    private void heard(SetKey key, FrameStanding standing, FrameAnnounced announced, FrameFacts facts) {
        Member member = turn.state().sets().memberOf(standing, announced, facts);
        Optional<Member> before =
                turn.state().sets().member(key, standing.frame()).filter(old -> old.revision() == member.revision());
        if (before.filter(old -> old.state() == member.state()).isPresent()) {
            return;
        }
        turn.state().sets().keep(key, member);
        CalibrationSet set = turn.state().sets().get(key).orElseGet(() -> begun(key, facts));
        if (before.isPresent() && set.open()) {
            cameFurther(set);
        } else {
            touched(set);
        }
    }

    /** A set is quiet when nothing new belongs to it: that its members come further does not make it wait longer. */
    private void cameFurther(CalibrationSet set) {
        new SetVoice(turn).sayOften(set);
        if (turn.state().sets().tally(set.key()).isSettled()) {
            turn.state()
                    .alarms()
                    .set(new Alarm(
                            set.lastNews().plus(policy(set.key()).setQuiet()),
                            Alarm.Purpose.CLOSE_SET,
                            set.key().text()));
        }
    }

    private CalibrationSet begun(SetKey key, FrameFacts facts) {
        return new CalibrationSet(
                key,
                facts.configuration(),
                key.kind() == MasterKind.FLAT ? facts.filter() : Optional.empty(),
                key.kind() == MasterKind.DARK ? facts.exposureTime() : Optional.empty(),
                false,
                turn.now(),
                0,
                "",
                Phase.NEW,
                "");
    }

    /** A frame belongs to a set no more, because a newer revision took its place. */
    void left(SetKey key, FrameId frame) {
        turn.state().sets().member(key, frame).ifPresent(member -> {
            turn.state().sets().remove(key, frame);
            turn.state().sets().get(key).ifPresent(this::touched);
        });
    }

    private void touched(CalibrationSet before) {
        CalibrationSet set = before.heardOf(turn.now());
        turn.state().sets().keep(set);
        new SetVoice(turn).sayOften(set);
        if (!before.open()) {
            lookAgain(set.key());
            turn.waits().wake(set.key());
        }
    }

    private void lookAgain(SetKey key) {
        turn.state()
                .alarms()
                .set(new Alarm(turn.now().plus(policy(key).setQuiet()), Alarm.Purpose.CLOSE_SET, key.text()));
    }

    /** An open set's time to be looked at has come. */
    void look(SetKey key) {
        turn.state().sets().get(key).filter(CalibrationSet::open).ifPresent(set -> {
            if (mayClose(set)) {
                close(set);
            } else {
                lookAgain(key);
            }
        });
    }

    private boolean mayClose(CalibrationSet set) {
        Tally tally = turn.state().sets().tally(set.key());
        boolean enough = tally.ready() >= policy(set.key()).minimumInputs() || nightIsOver(set.key());
        var quiet = enough ? policy(set.key()).setQuiet() : policy(set.key()).patience();
        return tally.isSettled() && !set.lastNews().plus(quiet).isAfter(turn.now());
    }

    private Policy policy(SetKey key) {
        return turn.policy(key.unit());
    }

    /** Nights are dates, so their names are in order. */
    private boolean nightIsOver(SetKey key) {
        return turn.state()
                .units()
                .get(key.unit())
                .night()
                .filter(now -> now.compareTo(key.night()) > 0)
                .isPresent();
    }

    /** Closes the sets of a night, whatever is still to come; returns those that were open. */
    List<CalibrationSet> closeAll(String unit, LocalDate night) {
        List<CalibrationSet> open = Arrays.stream(MasterKind.values())
                .flatMap(kind -> turn.state().sets().of(unit, kind, night.toString()).stream())
                .filter(CalibrationSet::open)
                .toList();
        open.forEach(set -> turn.state().sets().get(set.key()).ifPresent(this::close));
        return open;
    }

    private void close(CalibrationSet open) {
        List<Member> ready = ready(open.key());
        String inputs = ready.stream().map(SetWork::line).collect(Collectors.joining("\n"));
        if (ready.isEmpty() || inputs.equals(open.inputs())) {
            closedUnchanged(open);
            return;
        }
        turn.tasks().drop(TaskName.build(open.key().master(open.version())));
        CalibrationSet closed = open.closed(inputs, new SetInputs(turn.state(), ready).configuration());
        turn.state().sets().keep(closed);
        if (ready.size() < policy(open.key()).minimumInputs()) {
            tooFew(closed, ready.size());
        } else {
            turn.masters().build(closed);
        }
    }

    private void closedUnchanged(CalibrationSet open) {
        // What it was gathered for is the next version, of which nothing comes.
        new SetVoice(turn).say(open, true);
        CalibrationSet closed = open.closedUnchanged();
        turn.state().sets().keep(closed.phase() == Phase.NEW ? closed.in(Phase.NEW, lack(closed)) : closed);
        turn.waits().wake(open.key());
    }

    private String lack(CalibrationSet set) {
        int lost = turn.state().sets().tally(set.key()).lost();
        return switch (lost) {
            case 0 -> "";
            case 1 -> "its only frame did not arrive";
            default -> "none of its " + lost + " frames arrived";
        };
    }

    /** An exposure counts once, however many files hold it: a copy, or a file under another name, says nothing new. */
    private List<Member> ready(SetKey key) {
        Set<Sha256> seen = new HashSet<>();
        return turn.state().sets().members(key).stream()
                .filter(member -> member.state() == Member.State.READY)
                .filter(member ->
                        seen.add(turn.state().sets().input(member).file().digest()))
                .toList();
    }

    static String line(Member member) {
        return member.frame() + "@" + member.revision();
    }

    private void tooFew(CalibrationSet set, int ready) {
        String reason = set.title() + " has " + ready + " usable frames" + others(set, ready) + ", and a master needs "
                + policy(set.key()).minimumInputs();
        MasterId master = set.key().master(set.version());
        MasterFailed failed = new MasterFailed(
                master,
                set.key().unit(),
                set.key().kind(),
                set.key().name(),
                turn.now(),
                TaskName.build(master),
                FailureCategory.TOO_FEW_INPUTS,
                reason,
                "take more frames of this kind; the set opens again when one arrives",
                1,
                1,
                "scheduler");
        turn.say(Topics.MASTERS_FAILED, master.value(), failed);
        turn.masters().ended(set, Phase.FAILED, reason);
    }

    /** What became of its other frames. */
    private String others(CalibrationSet set, int ready) {
        Tally tally = turn.state().sets().tally(set.key());
        List<String> others = Stream.of(
                        counted(tally.ready() - ready, "is a copy of these", "are copies of these"),
                        counted(tally.lost(), "did not arrive", "did not arrive"))
                .flatMap(Optional::stream)
                .toList();
        return others.isEmpty() ? "" : " (" + String.join(", ", others) + ")";
    }

    private static Optional<String> counted(int count, String one, String many) {
        return count == 0 ? Optional.empty() : Optional.of(count + " more " + (count == 1 ? one : many));
    }
}
