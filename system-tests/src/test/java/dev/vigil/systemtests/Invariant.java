package dev.vigil.systemtests;

import java.util.List;

/** What must hold of a deployment whatever happened to it. */
interface Invariant {
    /** What does not hold, in sentences; nothing when all is well. */
    List<String> violations(Evidence evidence) throws Exception;
}
