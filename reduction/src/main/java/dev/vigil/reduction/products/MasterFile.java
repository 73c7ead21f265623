package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.reduction.masters.BuiltMaster;
import dev.vigil.reduction.masters.FinishedDetector;
import dev.vigil.reduction.masters.MasterRules;
import dev.vigil.reduction.recipes.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A master as the HDUs of its file: a primary header that tells the story, then SCI, UNCERT, MASK and COUNT for each
 * detector, then a table of the frames it was made of.
 *
 * @param label cards that say what the master fits, so that it can be chosen without a ledger
 */
public record MasterFile(
        ProductStory story, BuiltMaster master, MasterRules rules, List<Recipe> recipes, Header label) {
    public MasterFile {
        Objects.requireNonNull(label);
        recipes = List.copyOf(recipes);
        if (recipes.size() != master.detectors().size()) {
            throw new IllegalArgumentException("Every detector of a master was made by one recipe");
        }
    }

    public List<OutputHdu> hdus() {
        List<OutputHdu> hdus = new ArrayList<>();
        hdus.add(OutputHdu.empty(primary()));
        for (int i = 0; i < master.detectors().size(); i++) {
            add(hdus, master.detectors().get(i), i);
        }
        hdus.add(inputs());
        return hdus;
    }

    private void add(List<OutputHdu> hdus, FinishedDetector detector, int index) {
        Planes planes = new Planes(detector.name(), index + 1, master.kind().unit());
        hdus.add(planes.science(imageCards(detector, recipes.get(index)), detector.planes()));
        hdus.add(planes.uncertainty(detector.planes()));
        hdus.add(planes.mask(detector.planes()));
        hdus.add(planes.count(detector.count()));
    }

    private Header.Builder imageCards(FinishedDetector detector, Recipe recipe) {
        Header.Builder cards = Header.builder();
        MasterSummary.add(cards, detector.quality());
        recipe.toString().lines().forEach(cards::history);
        cards.history("combine " + master.frameIds().size() + " frames by " + rules);
        return cards;
    }

    private Header primary() {
        Header.Builder cards = Header.builder();
        StoryCards.add(cards, story);
        cards.put("MASTKIND", master.kind().word(), "what it calibrates");
        cards.put("NDETECT", master.detectors().size(), "detectors in this file");
        MasterSummary.add(cards, master);
        return cards.addAll(label).build();
    }

    private OutputHdu inputs() {
        List<String> frames = new ArrayList<>(master.frameIds());
        List<String> fates =
                new ArrayList<>(frames.stream().map(frame -> "used").toList());
        master.leftOut().forEach((frame, reason) -> {
            frames.add(frame);
            fates.add("left out: " + reason);
        });
        return OutputHdu.table(
                Header.builder().put("EXTNAME", "INPUTS", "what it was made of").build(),
                List.of(OutputHdu.Column.texts("FRAME", frames), OutputHdu.Column.texts("FATE", fates)));
    }
}
