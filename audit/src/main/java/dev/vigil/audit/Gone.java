package dev.vigil.audit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many files others took from the telescopes' disks without a loss that anybody could mend.
 *
 * @param archived those that the archive has
 * @param elsewhere those that other software has
 * @param failed those whose transfer failed, for that or before
 * @param refused those that were never whole, or were refused as they were
 */
public record Gone(long archived, long elsewhere, long failed, long refused) {
    /** A clause of each kind that there is. */
    public List<String> words() {
        return Stream.of(
                        words(archived, ", and the archive has " + (archived == 1 ? "it" : "them") + " whole"),
                        words(elsewhere, ", and other software has taken its copy"),
                        words(failed, ", and the transfer failed (vigil frames says why)"),
                        words(
                                refused,
                                refused == 1
                                        ? " that was never whole, or was refused (vigil frames says why)"
                                        : " that were never whole, or were refused (vigil frames says why)"))
                .flatMap(clause -> clause)
                .collect(Collectors.toList());
    }

    private static Stream<String> words(long count, String rest) {
        return count == 0
                ? Stream.empty()
                : Stream.of(count + (count == 1 ? " is" : " are") + " gone from the telescope's disk" + rest);
    }
}
