package dev.vigil.bench;

/** A night that came frame by frame: how long after its file was closed each frame was recorded. */
record Paced(double framesPerSecond, Quantiles latency, Cpu cpu, int frames) {}
