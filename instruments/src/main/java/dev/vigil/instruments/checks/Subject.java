package dev.vigil.instruments.checks;

import dev.vigil.instruments.checks.Evidence.Found;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a check is about. */
public sealed interface Subject {
    /** Looks for it. */
    Finding in(Evidence evidence);

    /** The unit of its number; empty for a plain one. */
    default String unit() {
        return "";
    }

    /** The cards that it looks at. */
    default List<String> cards() {
        return List.of();
    }

    /** The number on a card of the header; the first of the keywords that is there counts. */
    record Card(List<String> keywords) implements Subject {
        public Card {
            keywords = List.copyOf(keywords);
        }

        @Override
        public Finding in(Evidence evidence) {
            Optional<Found> card = evidence.card(keywords);
            if (card.isEmpty()) {
                return new Finding.Absent("the header has no " + String.join(" or ", keywords));
            }
            Found found = card.get();
            return found.number().isPresent()
                    ? new Finding.Number(found.number().getAsDouble())
                    : new Finding.Unreadable(found.keyword() + " is '" + found.text() + "', which is not a number");
        }

        @Override
        public String toString() {
            return "card " + String.join(" or ", keywords);
        }

        @Override
        public List<String> cards() {
            return keywords;
        }
    }

    /** That the header has a card with a value, whatever it is. */
    record Presence(List<String> keywords) implements Subject {
        public Presence {
            keywords = List.copyOf(keywords);
        }

        @Override
        public Finding in(Evidence evidence) {
            return evidence.card(keywords).isPresent()
                    ? new Finding.Right()
                    : new Finding.Wrong("the header has no " + String.join(" or ", keywords));
        }

        @Override
        public String toString() {
            return "presence of " + String.join(" or ", keywords);
        }

        @Override
        public List<String> cards() {
            return keywords;
        }
    }

    /** One number less another. */
    record Difference(Subject from, Subject minus) implements Subject {
        @Override
        public Finding in(Evidence evidence) {
            return from.in(evidence).map(first -> minus.in(evidence).map(second -> new Finding.Number(first - second)));
        }

        @Override
        public String unit() {
            return from.unit();
        }

        @Override
        public String toString() {
            return from + " minus " + minus;
        }

        @Override
        public List<String> cards() {
            return Stream.concat(from.cards().stream(), minus.cards().stream()).toList();
        }
    }

    /** A measurement. */
    record Measurement(Measurable what) implements Subject {
        @Override
        public Finding in(Evidence evidence) {
            return Optional.ofNullable(evidence.measured().get(what.key()))
                    .<Finding>map(Finding.Number::new)
                    .orElseGet(() -> new Finding.Absent("not measured: " + what.meaning()));
        }

        @Override
        public String unit() {
            return what.unit();
        }

        @Override
        public String toString() {
            return what.key();
        }
    }

    /** Weather, sky or telescope by the name that the profile gives it. */
    record Surrounding(String name) implements Subject {
        @Override
        public Finding in(Evidence evidence) {
            return Optional.ofNullable(evidence.surroundings().get(name))
                    .<Finding>map(Finding.Number::new)
                    .orElseGet(() -> new Finding.Absent("the header does not say " + name));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** That the frame has none of these flags. */
    record NoFlag(Set<String> flags) implements Subject {
        public NoFlag {
            flags = Set.copyOf(flags);
        }

        @Override
        public Finding in(Evidence evidence) {
            Set<String> raised = new TreeSet<>(flags);
            raised.retainAll(evidence.flags());
            return raised.isEmpty() ? new Finding.Right() : new Finding.Wrong(String.join(", ", raised));
        }

        @Override
        public String toString() {
            return "no " + String.join(", ", new TreeSet<>(flags));
        }
    }
}
