package dev.vigil.scheduler.state;

import dev.vigil.scheduler.association.CalibrationSet;
import dev.vigil.scheduler.association.Member;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.association.SolvedFrame;
import dev.vigil.scheduler.policy.Rank;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.Lane;
import dev.vigil.schemas.events.NeighbourShift;
import dev.vigil.schemas.events.PointingShift;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.topics.Topics;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The stored forms of the small records. Each begins with the number of its form, so that a later version can tell. */
final class Forms {
    private static final int FORM = 1;
    private static final byte OF_FRAME = 0;

    private Forms() {}

    static byte[] write(FrameStanding standing, EventForm events) {
        Packer out = new Packer(FORM)
                .text(standing.frame().value())
                .number(standing.revision())
                .perhaps(standing.announced(), (to, it) -> to.bytes(events.write(Topics.FRAMES_ANNOUNCED, it)))
                .perhaps(standing.transferred(), (to, it) -> to.bytes(events.write(Topics.FRAMES_TRANSFERRED, it)));
        progress(out, standing.transfer());
        progress(out, standing.look());
        progress(out, standing.reduction());
        progress(out.number(standing.turn()), standing.ingest());
        out.perhaps(standing.earlier(), (to, it) -> to.bytes(events.write(Topics.FRAMES_ANNOUNCED, it)));
        return out.done();
    }

    static FrameStanding standing(byte[] bytes, EventForm events) {
        Unpacker in = new Unpacker(bytes, FORM);
        return new FrameStanding(
                new FrameId(in.text()),
                in.count(),
                in.perhaps(it -> events.read(Topics.FRAMES_ANNOUNCED, it.bytes())),
                in.perhaps(it -> events.read(Topics.FRAMES_TRANSFERRED, it.bytes())),
                progress(in),
                progress(in),
                progress(in),
                in.count(),
                in.hasMore() ? progress(in) : Progress.NONE,
                in.hasMore() ? in.perhaps(it -> events.read(Topics.FRAMES_ANNOUNCED, it.bytes())) : Optional.empty());
    }

    private static void progress(Packer out, Progress progress) {
        out.constant(progress.end()).number(progress.again()).number(progress.attempts());
    }

    private static Progress progress(Unpacker in) {
        return new Progress(in.constant(Progress.End.class), in.count(), in.count());
    }

    static byte[] write(Task task) {
        Packer out = new Packer(FORM).text(task.name()).text(task.unit());
        subject(out, task.work());
        return out.constant(task.lane())
                .instant(task.taken())
                .text(task.exposure())
                .number(task.attempt())
                .number(task.failures())
                .number(task.lost())
                .perhaps(task.notBefore(), Packer::instant)
                .each(task.masters(), Packer::text)
                .perhaps(task.afterNight(), (to, night) -> to.number(night.toEpochDay()))
                .perhaps(task.neighbours(), (to, all) -> to.each(all, Forms::neighbour))
                .constant(task.rank())
                .done();
    }

    static Task task(byte[] bytes) {
        Unpacker in = new Unpacker(bytes, FORM);
        return new Task(
                in.text(),
                in.text(),
                subject(in),
                in.constant(Lane.class),
                in.instant(),
                in.text(),
                in.count(),
                in.count(),
                in.count(),
                in.perhaps(Unpacker::instant),
                in.each(Unpacker::text),
                in.hasMore() ? in.perhaps(Unpacker::number).map(LocalDate::ofEpochDay) : Optional.empty(),
                in.hasMore() ? in.perhaps(all -> all.each(Forms::neighbour)) : Optional.empty(),
                in.hasMore() ? in.constant(Rank.class) : Rank.USUAL);
    }

    private static void neighbour(Packer out, NeighbourShift neighbour) {
        out.text(neighbour.frame().value());
        shift(out, neighbour.shift());
    }

    private static NeighbourShift neighbour(Unpacker in) {
        return new NeighbourShift(new FrameId(in.text()), shift(in));
    }

    private static void shift(Packer out, PointingShift shift) {
        out.real(shift.east()).real(shift.north());
    }

    private static PointingShift shift(Unpacker in) {
        return new PointingShift(in.real(), in.real());
    }

    static byte[] write(SolvedFrame solved) {
        Packer out = new Packer(FORM).text(solved.frame().value()).instant(solved.taken());
        shift(out, solved.shift());
        return out.done();
    }

    static SolvedFrame solvedFrame(byte[] bytes) {
        Unpacker in = new Unpacker(bytes, FORM);
        return new SolvedFrame(new FrameId(in.text()), in.instant(), shift(in));
    }

    static void subject(Packer out, Subject subject) {
        if (subject instanceof Subject.OfFrame frame) {
            out.number(OF_FRAME)
                    .text(frame.frame().value())
                    .number(frame.revision())
                    .constant(frame.stage());
        } else if (subject instanceof Subject.OfSet set) {
            out.number(OF_FRAME + 1).text(set.set().text()).number(set.version());
        }
    }

    static Subject subject(Unpacker in) {
        if (in.number() == OF_FRAME) {
            return new Subject.OfFrame(new FrameId(in.text()), in.count(), in.constant(Stage.class));
        }
        return new Subject.OfSet(SetKey.parse(in.text()), in.count());
    }

    static byte[] write(Handed handed) {
        return new Packer(FORM)
                .text(handed.task())
                .number(handed.revision())
                .number(handed.attempt())
                .constant(handed.lane())
                .instant(handed.at())
                .instant(handed.deadline())
                .flag(handed.alone())
                .done();
    }

    static Handed handed(byte[] bytes) {
        Unpacker in = new Unpacker(bytes, FORM);
        return new Handed(
                in.text(), in.count(), in.count(), in.constant(Lane.class), in.instant(), in.instant(), in.flag());
    }

    static byte[] write(CalibrationSet set) {
        Packer out = new Packer(FORM).text(set.key().text());
        configuration(out, set.configuration());
        return out.perhaps(set.filter(), Packer::text)
                .perhaps(set.exposureTime().map(Duration::toNanos), Packer::number)
                .flag(set.open())
                .instant(set.lastNews())
                .number(set.version())
                .text(set.inputs())
                .constant(set.phase())
                .text(set.why())
                .done();
    }

    static CalibrationSet set(byte[] bytes) {
        Unpacker in = new Unpacker(bytes, FORM);
        return new CalibrationSet(
                SetKey.parse(in.text()),
                configuration(in),
                in.perhaps(Unpacker::text),
                in.perhaps(Unpacker::number).map(Duration::ofNanos),
                in.flag(),
                in.instant(),
                in.count(),
                in.text(),
                in.constant(CalibrationSet.Phase.class),
                in.text());
    }

    private static void configuration(Packer out, Configuration it) {
        out.perhaps(it.camera(), Packer::text)
                .perhaps(it.detector(), Packer::text)
                .perhaps(it.window(), Packer::text)
                .perhaps(it.binning(), Packer::text)
                .perhaps(it.gainSetting(), Packer::text)
                .perhaps(it.offset(), Packer::text)
                .perhaps(it.readMode(), Packer::text)
                .perhaps(it.amplifiers(), Packer::text)
                .perhaps(it.rowOrder(), Packer::text)
                .perhaps(it.temperature(), Packer::real);
    }

    private static Configuration configuration(Unpacker in) {
        return new Configuration(
                in.perhaps(Unpacker::text),
                in.perhaps(Unpacker::text),
                in.perhaps(Unpacker::text),
                in.perhaps(Unpacker::text),
                in.perhaps(Unpacker::text),
                in.perhaps(Unpacker::text),
                in.perhaps(Unpacker::text),
                in.perhaps(Unpacker::text),
                in.perhaps(Unpacker::text),
                in.perhaps(Unpacker::real));
    }

    static byte[] write(Member member) {
        return new Packer(FORM)
                .text(member.frame().value())
                .number(member.revision())
                .constant(member.state())
                .instant(member.taken())
                .perhaps(member.temperature(), Packer::real)
                .bytes(member.announced())
                .bytes(member.transferred())
                .done();
    }

    static Member member(byte[] bytes) {
        Unpacker in = new Unpacker(bytes, FORM);
        return new Member(
                new FrameId(in.text()),
                in.count(),
                in.constant(Member.State.class),
                in.instant(),
                in.perhaps(Unpacker::real),
                in.bytes(),
                in.bytes());
    }

    static byte[] write(Wait wait, EventForm events) {
        Packer out = new Packer(FORM)
                .text(wait.waiter())
                .text(wait.unit())
                .text(wait.thing())
                .text(wait.sort());
        subject(out, wait.subject());
        return out.perhaps(wait.said(), (to, it) -> to.bytes(events.write(Topics.FRAMES_WAITING, it)))
                .done();
    }

    static Wait wait(byte[] bytes, EventForm events) {
        Unpacker in = new Unpacker(bytes, FORM);
        return new Wait(
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                subject(in),
                in.perhaps(it -> events.read(Topics.FRAMES_WAITING, it.bytes())));
    }

    static byte[] write(Line line) {
        return new Packer(FORM)
                .instant(line.exposuresPaid())
                .instant(line.bytesPaid())
                .number(line.sinceBackfill())
                .each(
                        line.begun(),
                        (to, begun) ->
                                to.constant(begun.lane()).instant(begun.taken()).text(begun.exposure()))
                .perhaps(
                        line.rest(),
                        (to, rest) -> to.instant(rest.until()).text(rest.what()).text(rest.state()))
                .done();
    }

    static Line line(byte[] bytes) {
        Unpacker in = new Unpacker(bytes, FORM);
        return new Line(
                in.instant(),
                in.instant(),
                in.count(),
                in.each(it -> new Line.Begun(it.constant(Lane.class), it.instant(), it.text())),
                in.hasMore() ? in.perhaps(it -> new Line.Rest(it.instant(), it.text(), it.text())) : Optional.empty());
    }

    static byte[] write(UnitStanding unit) {
        return new Packer(FORM)
                .perhaps(unit.aliveAt(), Packer::instant)
                .flag(unit.reachable())
                .perhaps(unit.night(), Packer::text)
                .perhaps(unit.heldUntil(), Packer::instant)
                .number(unit.holds())
                .each(unit.places(), (to, place) -> to.text(place.toString()))
                .done();
    }

    static UnitStanding unit(byte[] bytes) {
        Unpacker in = new Unpacker(bytes, FORM);
        return new UnitStanding(
                in.perhaps(Unpacker::instant),
                in.flag(),
                in.perhaps(Unpacker::text),
                in.perhaps(Unpacker::instant),
                in.count(),
                in.hasMore() ? in.each(place -> URI.create(place.text())) : List.of());
    }
}
