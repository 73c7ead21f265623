package dev.vigil.progress;

import dev.vigil.progress.standing.Night;

/**
 * A night in its store.
 *
 * @param night the night
 * @param sent whether the topic has it as it is here
 */
record NightRow(Night night, boolean sent) {}
