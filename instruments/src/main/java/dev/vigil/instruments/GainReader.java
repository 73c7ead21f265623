package dev.vigil.instruments;

import dev.vigil.instruments.signature.Readout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the gain of a profile, and tells entries of its table that no frame can have. */
final class GainReader {
    private final Page gain;
    private final HeaderMap headers;

    private GainReader(Page gain, HeaderMap headers) {
        this.gain = gain;
        this.headers = headers;
    }

    static GainRule read(Page gain, HeaderMap headers) {
        return new GainReader(gain, headers).rule();
    }

    private GainRule rule() {
        return new GainRule(
                gain.flag("gainIsElectronsPerAdu"),
                table(),
                gain.pages("amplifiers").stream()
                        .map(GainReader::amplifier)
                        .flatMap(Optional::stream)
                        .toList(),
                gain.texts("settingKeywords"),
                readNoise(gain));
    }

    private List<GainRule.Entry> table() {
        List<GainRule.Entry> table = new ArrayList<>();
        for (Page row : gain.pages("table")) {
            entry(row).ifPresent(entry -> {
                tellIfUseless(row, entry, table);
                table.add(entry);
            });
        }
        return table;
    }

    private static Optional<GainRule.Entry> entry(Page row) {
        Optional<String> camera = row.text("camera");
        String setting = row.required("setting");
        Optional<Double> electrons = electrons(row);
        Optional<Double> readNoise = readNoise(row);
        return electrons.flatMap(
                value -> row.attempt("electronsPerAdu", () -> new GainRule.Entry(camera, setting, value, readNoise)));
    }

    /** It would be passed by for ever, and the gain stay unknown or another one. */
    private void tellIfUseless(Page row, GainRule.Entry entry, List<GainRule.Entry> before) {
        if (headers.of(Meaning.GAIN_SETTING).isEmpty()) {
            row.wrong("setting", "can never apply: name the keyword of the setting under headers.gainSetting");
        }
        if (entry.camera().isPresent() && headers.of(Meaning.CAMERA).isEmpty()) {
            row.wrong("camera", "can never apply: name the keyword of the camera under headers.camera");
        }
        if (entry.setting().matches(".*[*?].*")) {
            row.wrong(
                    "setting",
                    "is no pattern: no camera has the setting '" + entry.setting()
                            + "'; write one entry for each setting, as the header says it");
        }
        before.stream()
                .filter(earlier -> earlier.matches(entry.camera(), entry.setting()))
                .findFirst()
                .ifPresent(earlier -> row.wrong(
                        "setting",
                        "can never apply: an entry before it is for the setting '" + earlier.setting() + "' too"
                                + earlier.camera()
                                        .map(of -> " of the camera " + of)
                                        .orElse("")));
    }

    private static Optional<GainRule.AmplifierGain> amplifier(Page row) {
        row.required("name");
        Optional<Readout> amplifier = row.value("name", Readout::parse);
        Optional<Double> electrons = electrons(row);
        Optional<Double> readNoise = readNoise(row);
        return amplifier.flatMap(of -> electrons.flatMap(
                value -> row.attempt("electronsPerAdu", () -> new GainRule.AmplifierGain(of, value, readNoise))));
    }

    private static Optional<Double> electrons(Page row) {
        Optional<Double> electrons = row.number("electronsPerAdu");
        if (electrons.isEmpty()) {
            row.wrong("electronsPerAdu", "is missing");
        }
        return electrons;
    }

    private static Optional<Double> readNoise(Page page) {
        Optional<Double> electrons = page.number("readNoise");
        if (electrons.isPresent() && !(electrons.get() > 0)) {
            page.wrong("readNoise", "must be positive, in electrons");
            return Optional.empty();
        }
        return electrons;
    }
}
