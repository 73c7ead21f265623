package dev.vigil.schemas.topics;

/** How the records of a topic are spread over its partitions. */
public enum Spread {
    /** By the unit in the key, so that one reader sees all of a unit, in order. */
    BY_UNIT,
    /** Over all partitions, so that the work of one unit is shared by all workers. */
    FREELY
}
