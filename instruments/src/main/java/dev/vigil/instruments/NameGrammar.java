package dev.vigil.instruments;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The forms of file name that a camera writes; the first that fits is taken, and none is also an answer. */
record NameGrammar(List<NameForm> forms, boolean othersAllowed) {
    NameGrammar {
        forms = List.copyOf(forms);
    }

    /** Which form a name is of, counted from 0; nothing if it is of none. */
    OptionalInt formOf(String fileName) {
        return IntStream.range(0, forms.size())
                .filter(i -> forms.get(i).read(fileName).isPresent())
                .findFirst();
    }

    NameFacts read(String fileName) {
        return forms.stream()
                .map(form -> form.read(fileName))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NameFacts.NONE);
    }
}
