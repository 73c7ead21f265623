package dev.vigil.bench;

/**
 * A night that came all at once.
 *
 * @param seconds from the first file to the last record
 * @param cpu until nothing was left to do
 */
record Burst(int frames, double seconds, Cpu cpu, Memory memory) {
    double framesPerSecond() {
        return frames / seconds;
    }
}
