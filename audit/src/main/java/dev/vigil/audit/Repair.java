package dev.vigil.audit;

import dev.vigil.schemas.events.BuildAgain;
import dev.vigil.schemas.events.FetchAgain;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.LookAgain;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.ReduceAgain;
import dev.vigil.schemas.events.Wish;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What puts a difference right. */
public sealed interface Repair {
    /** In words, to a person. */
    String words();

    /** Only a person can. */
    record ByHand(String words) implements Repair {
        public ByHand {
            Objects.requireNonNull(words, "words");
        }
    }

    /** The events of a frame or master are sent once more; whoever has them already is not disturbed. */
    record TellAgain(String name) implements Repair {
        public TellAgain {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public String words() {
            return "vigil verify --repair sends its events again";
        }
    }

    /** Work on a frame or master is done once more; a damaged file is set aside first. */
    record Again(Work work, String name, Optional<String> setAside) implements Repair {
        public Again {
            Objects.requireNonNull(work, "work");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(setAside, "setAside");
        }

        @Override
        public String words() {
            return setAside.isPresent()
                    ? "vigil verify --deep --repair sets the damaged " + work.makes + " aside and " + work.words
                    : "vigil verify --repair " + work.words;
        }
    }

    /** What can be done once more, in the order in which it makes sense. */
    enum Work {
        FETCH("copy", "fetches it again", names -> new FetchAgain(frames(names))),
        BUILD("file", "builds it again", names -> new BuildAgain(all(names, MasterId::new))),
        LOOK("file", "makes its quick look again", names -> new LookAgain(frames(names))),
        REDUCE("product", "reduces it again", names -> new ReduceAgain(frames(names)));

        private final String makes;
        private final String words;
        private final Function<Set<String>, Wish> wish;

        Work(String makes, String words, Function<Set<String>, Wish> wish) {
            this.makes = makes;
            this.words = words;
            this.wish = wish;
        }

        /** What is asked of the scheduler. */
        Wish of(Set<String> names) {
            return wish.apply(names);
        }

        private static List<FrameId> frames(Set<String> names) {
            return all(names, FrameId::new);
        }

        private static <T> List<T> all(Set<String> names, Function<String, T> id) {
            return names.stream().map(id).toList();
        }
    }
}
