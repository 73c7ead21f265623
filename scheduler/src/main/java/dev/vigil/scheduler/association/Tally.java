package dev.vigil.scheduler.association;

import java.util.List;

/**
 * How many members of a set have come how far.
 *
 * @param announced members that were announced and not lost
 * @param ready members that are transferred
 */
public record Tally(int announced, int ready) {

    /** Counts members. */
    public static Tally of(List<Member> members) {
        int lost = count(members, Member.State.LOST);
        return new Tally(members.size() - lost, count(members, Member.State.READY));
    }

    /** Whether every member is transferred or lost. */
    public boolean isSettled() {
        return announced == ready;
    }

    private static int count(List<Member> members, Member.State state) {
        return (int) members.stream().filter(member -> member.state() == state).count();
    }

    @Override
    public String toString() {
        return ready + " of " + announced + " transferred";
    }
}
