package dev.vigil.ledger;

import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A master, and how it stands.
 *
 * @param master the master
 * @param unit the unit it serves
 * @param kind its kind
 * @param set the calibration set
 * @param night the night of its inputs, once built and when known
 * @param standing built, failed or waiting
 * @param at since when
 * @param reason why it is not built
 * @param remedy what a person can do about it
 * @param filter the filter, for a flat
 * @param exposureTime the exposure time, for a dark
 * @param middle middle of its inputs' times
 * @param inputsUsed frames that were combined
 * @param inputs frames that were offered
 * @param flags what is odd about it
 * @param good whether no quality check that matters failed; empty where none could be made
 * @param remarks the quality checks that failed or failed to run, errors first
 * @param quality statistics of the result
 */
public record MasterStanding(
        MasterId master,
        String unit,
        MasterKind kind,
        String set,
        Optional<LocalDate> night,
        Made standing,
        Instant at,
        Optional<String> reason,
        Optional<String> remedy,
        Optional<String> filter,
        Optional<Duration> exposureTime,
        Optional<Instant> middle,
        int inputsUsed,
        int inputs,
        List<String> flags,
        Optional<Boolean> good,
        List<String> remarks,
        Map<String, Double> quality) {
    /** What stands before its remarks: a master that is good has failed in nothing that matters. */
    public String notPassed() {
        return good.orElse(false) ? "not passed, warnings only: " : "not passed: ";
    }

    /** How a master may stand. */
    public enum Made {
        BUILT,
        FAILED,
        WAITING
    }
}
