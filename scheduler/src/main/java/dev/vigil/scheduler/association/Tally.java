package dev.vigil.scheduler.association;

import java.util.List;

/**
 * How many members of a set have come how far.
 *
 * @param announced members that were announced and not lost
 * @param ready members that are transferred
 * @param lost members that could not be transferred
 */
public record Tally(int announced, int ready, int lost) {
    /** Nothing counted. */
    public static final Tally EMPTY = new Tally(0, 0, 0);

    /** Counts members. */
    public static Tally of(List<Member> members) {
        Tally tally = EMPTY;
        for (Member member : members) {
            tally = tally.with(member);
        }
        return tally;
    }

    /** The same with one member more. */
    public Tally with(Member member) {
        return plus(member, 1);
    }

    /** The same with one member less. */
    public Tally without(Member member) {
        return plus(member, -1);
    }

    private Tally plus(Member member, int count) {
        return switch (member.state()) {
            case ANNOUNCED -> new Tally(announced + count, ready, lost);
            case READY -> new Tally(announced + count, ready + count, lost);
            case LOST -> new Tally(announced, ready, lost + count);
        };
    }

    /** Whether every member is transferred or lost. */
    public boolean isSettled() {
        return announced == ready;
    }

    @Override
    public String toString() {
        return ready + " of " + announced + " transferred";
    }
}
