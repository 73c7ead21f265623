package dev.vigil.imaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The cards of one HDU, in their order; it never changes once built. */
public final class Header {
    /** A header without any card. */
    public static final Header EMPTY = new Header(List.of());

    private final List<Entry> entries;
    private final Map<String, Entry> byKeyword = new HashMap<>();

    Header(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (Entry entry : this.entries) {
            if (entry.kind() != Kind.COMMENTARY) {
                byKeyword.putIfAbsent(entry.card().keyword(), entry);
            }
        }
    }

    public static Builder builder() {
        return new Builder(List.of());
    }

    /** A builder that starts with the cards of this header. */
    public Builder toBuilder() {
        return new Builder(entries);
    }

    public boolean has(String keyword) {
        return byKeyword.containsKey(canonical(keyword));
    }

    /** The value as trimmed text; an empty value counts as absent. */
    public Optional<String> text(String keyword) {
        return Optional.ofNullable(byKeyword.get(canonical(keyword)))
                .map(entry -> entry.card().value().strip())
                .filter(value -> !value.isEmpty());
    }

    /** The value as a number, also where the writer put it in quotes, used a decimal comma or a Fortran exponent. */
    public OptionalDouble number(String keyword) {
        return text(keyword).map(Numbers::parse).orElse(OptionalDouble.empty());
    }

    /** The value as a whole number; {@code 3.0} is one, {@code 3.5} is not. */
    public OptionalLong integer(String keyword) {
        return text(keyword).map(Numbers::parseInteger).orElse(OptionalLong.empty());
    }

    /** The value as a FITS logical, also where the writer put it in quotes or spelled it out. */
    public Optional<Boolean> logical(String keyword) {
        return text(keyword).map(value -> value.toLowerCase(Locale.ROOT)).flatMap(value -> switch (value) {
            case "t", "true" -> Optional.of(true);
            case "f", "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** The comment beside the value of a keyword; empty where there is none. */
    public Optional<String> commentOf(String keyword) {
        return Optional.ofNullable(byKeyword.get(canonical(keyword)))
                .map(entry -> entry.card().comment().strip())
                .filter(comment -> !comment.isEmpty());
    }

    /** All cards in their order, commentary too; long strings are already joined. */
    public List<Card> cards() {
        return entries.stream().map(Entry::card).toList();
    }

    public List<String> history() {
        return commentary("HISTORY");
    }

    public List<String> comments() {
        return commentary("COMMENT");
    }

    List<Entry> entries() {
        return entries;
    }

    private List<String> commentary(String keyword) {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.COMMENTARY)
                .map(Entry::card)
                .filter(card -> card.keyword().equals(keyword))
                .map(Card::value)
                .toList();
    }

    /** Keywords are compared in capitals and without the word HIERARCH. */
    static String canonical(String keyword) {
        String upper = keyword.strip().toUpperCase(Locale.ROOT);
        return upper.startsWith("HIERARCH ")
                ? upper.substring("HIERARCH ".length()).strip()
                : upper;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Header header && header.entries.equals(entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return "Header of " + entries.size() + " cards";
    }

    /** How a card's value is written: in quotes, as it is, or as commentary without an equals sign. */
    enum Kind {
        TEXT,
        LITERAL,
        COMMENTARY
    }

    /** A card with what is needed to write it again. */
    record Entry(Card card, Kind kind) {
        Entry {
            Objects.requireNonNull(card, "card");
            Objects.requireNonNull(kind, "kind");
        }
    }

    /** Collects cards; a keyword that is put again replaces the earlier value in its place. */
    public static final class Builder {
        private final List<Entry> entries;

        private Builder(List<Entry> entries) {
            this.entries = new ArrayList<>(entries);
        }

        public Builder put(String keyword, String value, String comment) {
            return put(keyword, CardText.printable(value), comment, Kind.TEXT);
        }

        public Builder put(String keyword, long value, String comment) {
            return put(keyword, Long.toString(value), comment, Kind.LITERAL);
        }

        /** Throws for a number that FITS has no word for (not a number, infinite): leave such a card out. */
        public Builder put(String keyword, double value, String comment) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(keyword + " cannot be " + value + " in a FITS header");
            }
            return put(keyword, Double.toString(value), comment, Kind.LITERAL);
        }

        /** Where the number is not known nothing is put, and what was there stays. */
        public Builder put(String keyword, OptionalDouble value, String comment) {
            value.ifPresent(number -> put(keyword, number, comment));
            return this;
        }

        public Builder put(String keyword, boolean value, String comment) {
            return put(keyword, value ? "T" : "F", comment, Kind.LITERAL);
        }

        /** A keyword without a value: FITS's way to say that it is not known. */
        public Builder putUnknown(String keyword, String comment) {
            return put(keyword, "", comment, Kind.LITERAL);
        }

        public Builder history(String line) {
            return commentary("HISTORY", line);
        }

        public Builder comment(String line) {
            return commentary("COMMENT", line);
        }

        /** Takes a keyword out, wherever it stands. */
        public Builder remove(String keyword) {
            String wanted = canonical(keyword);
            entries.removeIf(entry -> entry.card().keyword().equals(wanted));
            return this;
        }

        /** Adds the cards of another header after those that are here; of its duplicated keywords the first. */
        public Builder addAll(Header other) {
            for (Entry entry : other.entries) {
                if (entry.kind() == Kind.COMMENTARY) {
                    entries.add(entry);
                } else if (other.byKeyword.get(entry.card().keyword()) == entry) {
                    replace(entry);
                }
            }
            return this;
        }

        public Header build() {
            return new Header(entries);
        }

        private Builder put(String keyword, String value, String comment, Kind kind) {
            String name = CardText.checkedKeyword(canonical(keyword));
            replace(new Entry(new Card(name, value, CardText.printable(comment)), kind));
            return this;
        }

        private void replace(Entry entry) {
            for (int i = 0; i < entries.size(); i++) {
                Entry old = entries.get(i);
                if (old.kind() != Kind.COMMENTARY
                        && old.card().keyword().equals(entry.card().keyword())) {
                    entries.set(i, entry);
                    return;
                }
            }
            entries.add(entry);
        }

        private Builder commentary(String keyword, String line) {
            for (String part : CardText.linesOf(line)) {
                entries.add(new Entry(new Card(keyword, part, ""), Kind.COMMENTARY));
            }
            return this;
        }
    }
}
