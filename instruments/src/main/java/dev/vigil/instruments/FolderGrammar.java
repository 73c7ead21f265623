package dev.vigil.instruments;

import java.util.List;
import java.util.Optional;

/** How the folders of a unit are called; where a profile says nothing of them, all are right. */
record FolderGrammar(List<FolderForm> forms) {
    FolderGrammar {
        forms = List.copyOf(forms);
    }

    FolderFacts read(List<String> folders) {
        String path = String.join("/", folders);
        return forms.stream()
                .map(form -> form.read(path))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(FolderFacts.NONE);
    }

    /** Folders below the unit's, with slashes between; a form does not know how many days a month has. */
    boolean allows(String folders) {
        return forms.isEmpty()
                || forms.stream().anyMatch(form -> form.read(folders).isPresent())
                        && FolderDates.areDays(List.of(folders.split("/")));
    }
}
