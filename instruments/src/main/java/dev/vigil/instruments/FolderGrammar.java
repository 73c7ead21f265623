package dev.vigil.instruments;

import java.util.List;
import java.util.regex.Pattern;

/** How the folders of a unit are called; where a profile says nothing of them, all are right. */
record FolderGrammar(List<Pattern> forms) {
    FolderGrammar {
        forms = List.copyOf(forms);
    }

    /** Folders below the unit's, with slashes between; a form does not know how many days a month has. */
    boolean allows(String folders) {
        return forms.isEmpty()
                || forms.stream().anyMatch(form -> form.matcher(folders).matches())
                        && FolderDates.areDays(List.of(folders.split("/")));
    }
}
