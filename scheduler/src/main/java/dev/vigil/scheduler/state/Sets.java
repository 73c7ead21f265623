package dev.vigil.scheduler.state;

import dev.vigil.scheduler.association.CalibrationSet;
import dev.vigil.scheduler.association.Member;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.association.Tally;
import dev.vigil.schemas.events.CalibrationInput;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.topics.Topics;
import java.util.List;
import java.util.Optional;

/** The calibration sets and their members. */
public final class Sets {
    private final Shelf sets;
    private final Shelf members;
    private final EventForm events;
    private final Tallies tallies = new Tallies();

    Sets(Shelf sets, Shelf members, EventForm events) {
        this.sets = sets;
        this.members = members;
        this.events = events;
    }

    /** A set by its name. */
    public Optional<CalibrationSet> get(SetKey key) {
        return sets.get(bytes(key)).map(Forms::set);
    }

    /** Keeps a set. */
    public void keep(CalibrationSet set) {
        sets.put(bytes(set.key()), Forms.write(set));
    }

    /** The sets of a unit, kind and night. */
    public List<CalibrationSet> of(String unit, MasterKind kind, String night) {
        return under(new Key().then(unit).then(kind).then(night).bytes());
    }

    /** A set by the name that events have; the night is the name's beginning. */
    public Optional<CalibrationSet> find(String unit, MasterKind kind, String name) {
        int end = name.indexOf('_');
        return end < 0 ? Optional.empty() : get(new SetKey(unit, kind, name.substring(0, end), name));
    }

    /** Every set. */
    public List<CalibrationSet> all() {
        return under(new byte[0]);
    }

    private List<CalibrationSet> under(byte[] prefix) {
        return sets.under(prefix).stream()
                .map(entry -> Forms.set(entry.value()))
                .toList();
    }

    /** The members of a set, by frame. */
    public List<Member> members(SetKey set) {
        return members.under(bytes(set)).stream()
                .map(entry -> Forms.member(entry.value()))
                .toList();
    }

    /** How far the members of a set have come. */
    public Tally tally(SetKey set) {
        return tallies.of(set, () -> Tally.of(members(set)));
    }

    /** A member of a set. */
    public Optional<Member> member(SetKey set, FrameId frame) {
        return members.get(memberKey(set, frame)).map(Forms::member);
    }

    /** What a frame is in its set. */
    public Member memberOf(FrameStanding standing, FrameAnnounced announced, FrameFacts facts) {
        Member.State state = standing.transfer().isDone()
                ? Member.State.READY
                : standing.transfer().isOver() ? Member.State.LOST : Member.State.ANNOUNCED;
        return new Member(
                standing.frame(),
                standing.revision(),
                state,
                standing.taken(),
                facts.configuration().temperature(),
                events.write(Topics.FRAMES_ANNOUNCED, announced),
                standing.transferred()
                        .map(it -> events.write(Topics.FRAMES_TRANSFERRED, it))
                        .orElseGet(() -> new byte[0]));
    }

    /** Keeps a member. */
    public void keep(SetKey set, Member member) {
        tallies.replace(set, member(set, member.frame()), Optional.of(member));
        members.put(memberKey(set, member.frame()), Forms.write(member));
    }

    /** Takes a frame out of a set that it belongs to no more. */
    public void remove(SetKey set, FrameId frame) {
        tallies.replace(set, member(set, frame), Optional.empty());
        members.remove(memberKey(set, frame));
    }

    /** A member as the calibrator wants it. Only members that are ready have a file. */
    public CalibrationInput input(Member member) {
        FrameAnnounced announced = events.read(Topics.FRAMES_ANNOUNCED, member.announced());
        FrameTransferred transferred = events.read(Topics.FRAMES_TRANSFERRED, member.transferred());
        return new CalibrationInput(
                announced.identity(), ((Taken) announced.judgement()).facts(), transferred.readable());
    }

    private static byte[] bytes(SetKey key) {
        return key(key).bytes();
    }

    private static byte[] memberKey(SetKey set, FrameId frame) {
        return key(set).then(frame.value()).bytes();
    }

    private static Key key(SetKey key) {
        return new Key().then(key.unit()).then(key.kind()).then(key.night()).then(key.name());
    }
}
