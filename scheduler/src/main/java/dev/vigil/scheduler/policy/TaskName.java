package dev.vigil.scheduler.policy;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.MasterId;

/** The ids of tasks: the same work always has the same name; the attempt stands apart. */
public final class TaskName {
    private TaskName() {}

    /** Fetch a frame; {@code again} counts how often a person asked for it again. */
    public static String transfer(FrameId frame, int revision, int again) {
        return name("transfer", frame, revision, again);
    }

    /** Look at a frame. */
    public static String look(FrameId frame, int revision, int again) {
        return name("look", frame, revision, again);
    }

    /** Reduce a frame. */
    public static String reduce(FrameId frame, int revision, int again) {
        return name("reduce", frame, revision, again);
    }

    /** See whether other software has taken a frame in. */
    public static String ingest(FrameId frame, int revision, int again) {
        return name("ingest", frame, revision, again);
    }

    /** Build a master. Its id contains the version, so nothing is added. */
    public static String build(MasterId master) {
        return "build:" + master.value();
    }

    /** Build a master again, because a person asked for it. */
    public static String buildAgain(MasterId master, String request) {
        return build(master) + "+" + request;
    }

    private static String name(String deed, FrameId frame, int revision, int again) {
        return deed + ":" + frame.value() + "@" + revision + (again == 0 ? "" : "+" + again);
    }
}
