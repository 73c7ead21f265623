package dev.vigil.cli.instruments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.instruments.Trial;
import dev.vigil.instruments.Trial.Findings;
import dev.vigil.instruments.Trial.Gap;
import dev.vigil.instruments.Trial.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What trying a profile on files found, for a person or a program. */
final class CheckReport {
    private static final int SHOWN = 20;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private CheckReport() {}

    static List<String> lines(String profile, Findings findings) {
        List<String> lines = new ArrayList<>();
        lines.add("The profile " + profile + " is in order. Tried on " + findings.files() + " files.");
        section(lines, "Understood, by type", findings.types());
        section(lines, "What becomes of them, by recipe", findings.recipes());
        section(lines, "Excluded, by rule: archived and not reduced", findings.excluded());
        section(lines, "REFUSED, and why", findings.refused());
        section(lines, "UNREADABLE, and why", findings.unreadable());
        section(lines, "Header, name and folder disagree, or something is odd", findings.flags());
        section(lines, "Forms of name, and when they were in use", findings.forms());
        section(lines, "NAMES OF NO FORM, by pattern (# stands for digits)", findings.oddNames());
        section(lines, "Files that follow a frame, by pattern", findings.sidecars());
        section(lines, "Other files, archived beside the frames, by pattern", findings.others());
        gaps(lines, findings.gaps());
        folders(lines, findings.folders());
        lines.add("");
        lines.add(findings.isGood() ? "All is understood." : "Not all is understood: see the parts in capitals.");
        return lines;
    }

    private static void section(List<String> lines, String title, List<Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title);
        for (Group group : groups.subList(0, Math.min(SHOWN, groups.size()))) {
            lines.add(String.format(Locale.ROOT, "%7d  %s  %s", group.files(), nights(group), group.what()));
            lines.add("         such as " + group.example());
        }
        if (groups.size() > SHOWN) {
            lines.add("         and " + (groups.size() - SHOWN) + " more: --json lists them all");
        }
    }

    private static void gaps(List<String> lines, List<Gap> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Running numbers that no file has, between others of their night and series");
        gaps.stream().limit(SHOWN).forEach(gap -> lines.add(String.format(Locale.ROOT, "%7d  %s", gap.size(), gap)));
        if (gaps.size() > SHOWN) {
            lines.add("         and " + (gaps.size() - SHOWN) + " more: --json lists them all");
        }
    }

    private static String nights(Group group) {
        return group.first().map(Object::toString).orElse("     -    ") + " – "
                + group.last().map(Object::toString).orElse("     -    ");
    }

    private static void folders(List<String> lines, Trial.Compliance folders) {
        if (folders.folders() == 0) {
            return;
        }
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s: %d of %d folders are as the profile says (%.0f %%)",
                folders.light(),
                folders.folders() - folders.others().size(),
                folders.folders(),
                100 * folders.share()));
        folders.others().stream().limit(SHOWN).forEach(other -> lines.add("         not " + other));
    }

    static List<String> json(Findings findings) throws JsonProcessingException {
        ObjectNode all = JSON.createObjectNode();
        all.put("files", findings.files()).put("good", findings.isGood());
        put(all, "types", findings.types());
        put(all, "recipes", findings.recipes());
        put(all, "excluded", findings.excluded());
        put(all, "refused", findings.refused());
        put(all, "unreadable", findings.unreadable());
        put(all, "flags", findings.flags());
        put(all, "forms", findings.forms());
        put(all, "oddNames", findings.oddNames());
        put(all, "sidecars", findings.sidecars());
        put(all, "others", findings.others());
        ArrayNode gaps = all.putArray("gaps");
        findings.gaps()
                .forEach(gap -> gaps.addObject()
                        .put("series", gap.series())
                        .put("first", gap.first())
                        .put("last", gap.last()));
        ObjectNode folders = all.putObject("folders");
        folders.put("all", findings.folders().folders())
                .put("share", findings.folders().share())
                .put("light", findings.folders().light().name());
        ArrayNode others = folders.putArray("others");
        findings.folders().others().forEach(others::add);
        return List.of(JSON.writeValueAsString(all));
    }

    private static void put(ObjectNode all, String name, List<Group> groups) {
        ArrayNode array = all.putArray(name);
        for (Group group : groups) {
            ObjectNode node = array.addObject();
            node.put("what", group.what()).put("files", group.files());
            group.first().ifPresent(first -> node.put("first", first.toString()));
            group.last().ifPresent(last -> node.put("last", last.toString()));
            node.put("example", group.example());
        }
    }
}
