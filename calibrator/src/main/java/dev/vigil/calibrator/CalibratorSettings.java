package dev.vigil.calibrator;

import dev.vigil.common.front.FrontSettings;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.reduction.products.ProductForm;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a calibrator is told.
 *
 * @param kafka the broker
 * @param registry the schemas
 * @param front where health and metrics are served
 * @param archive where products go and masters come from
 * @param working where uncompressed frames lie
 * @param profiles the user's own instrument profiles; the folder need not be there
 * @param references the catalogue by whose stars frames are placed on the sky
 * @param slots reductions at once
 * @param megabytes of memory for all of them together; 0 for what the heap allows
 * @param form how reduced frames lie in their files
 */
public record CalibratorSettings(
        KafkaSettings kafka,
        RegistrySettings registry,
        FrontSettings front,
        Path archive,
        Path working,
        Path profiles,
        Optional<Path> references,
        int slots,
        int megabytes,
        ProductForm form) {
    public CalibratorSettings {
        Objects.requireNonNull(kafka, "kafka");
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(front, "front");
        Objects.requireNonNull(archive, "archive");
        Objects.requireNonNull(working, "working");
        Objects.requireNonNull(profiles, "profiles");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(references, "references");
        if (slots < 1) {
            throw new IllegalArgumentException("a calibrator needs a slot, not " + slots);
        }
    }

    /** Reads them; all that is wrong is said at once. */
    public static CalibratorSettings from(Config config) {
        return config.read(in -> new CalibratorSettings(
                KafkaSettings.from(in),
                RegistrySettings.from(in),
                FrontSettings.from(in, "calibrator"),
                in.get(Settings.ARCHIVE_FOLDER),
                in.get(Settings.WORKING_FOLDER),
                in.get(Settings.PRODUCER_PROFILES),
                in.get(Settings.CALIBRATOR_REFERENCES),
                in.get(Settings.CALIBRATOR_SLOTS),
                in.get(Settings.CALIBRATOR_MEMORY),
                ProductForm.named(in.get(Settings.CALIBRATOR_COMPRESSION))));
    }

    @Override
    public String toString() {
        return "CalibratorSettings[" + kafka + ", archive " + archive + ", working " + working + ", " + slots
                + " slots]";
    }
}
