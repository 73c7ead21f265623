/** How far is each night? Follows all news of frames and publishes, as JSON that a person can read, where every frame and night stands. */
package dev.vigil.progress;
