package dev.vigil.schemas.events;

import java.util.Objects;
import java.util.Optional;

/**
 * All that must agree between a frame and the masters that calibrate it.
 *
 * @param camera serial number or name of the camera
 * @param detector name of the detector
 * @param window the part of the detector that was read
 * @param binning as 1x1
 * @param gainSetting the camera's gain setting
 * @param offset the camera's offset setting
 * @param readMode the camera's read mode
 * @param amplifiers the layout of the read-out ports
 * @param rowOrder whether the first row is the top or the bottom
 * @param temperature of the sensor, in degrees Celsius; agrees within a tolerance
 */
public record Configuration(
        Optional<String> camera,
        Optional<String> detector,
        Optional<String> window,
        Optional<String> binning,
        Optional<String> gainSetting,
        Optional<String> offset,
        Optional<String> readMode,
        Optional<String> amplifiers,
        Optional<String> rowOrder,
        Optional<Double> temperature) {
    public Configuration {
        Objects.requireNonNull(camera, "camera");
        Objects.requireNonNull(detector, "detector");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(binning, "binning");
        Objects.requireNonNull(gainSetting, "gainSetting");
        Objects.requireNonNull(offset, "offset");
        Objects.requireNonNull(readMode, "readMode");
        Objects.requireNonNull(amplifiers, "amplifiers");
        Objects.requireNonNull(rowOrder, "rowOrder");
        Objects.requireNonNull(temperature, "temperature");
    }
}
