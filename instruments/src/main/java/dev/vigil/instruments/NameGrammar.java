package dev.vigil.instruments;

import java.util.List;
import java.util.Optional;

/** The forms of file name that a camera writes; the first that fits is taken, and none is also an answer. */
record NameGrammar(List<NameForm> forms) {
    NameGrammar {
        forms = List.copyOf(forms);
    }

    NameFacts read(String fileName) {
        return forms.stream()
                .map(form -> form.read(fileName))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NameFacts.NONE);
    }
}
