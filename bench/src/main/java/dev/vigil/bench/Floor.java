package dev.vigil.bench;

/**
 * What the plain loop took.
 *
 * @param seconds for all frames
 * @param each for one frame
 */
record Floor(int frames, double seconds, Cpu cpu, Quantiles each, Memory memory) {
    double framesPerSecond() {
        return frames / seconds;
    }
}
