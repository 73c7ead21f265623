package dev.vigil.reduction.recipes;

import java.util.function.Function;

/** What came of a piece of work: its result, or why there is none. */
public sealed interface Outcome<T> {
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> failed(Failure failure) {
        return new Failed<>(failure);
    }

    /** Goes on with the result, or hands the failure through. */
    <R> R fold(Function<? super T, ? extends R> done, Function<? super Failure, ? extends R> failed);

    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return this.<Outcome<R>>fold(next, Outcome::failed);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return then(value -> done(change.apply(value)));
    }

    /** The work was done. */
    record Done<T>(T value) implements Outcome<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> done, Function<? super Failure, ? extends R> failed) {
            return done.apply(value);
        }
    }

    /** The work could not be done. */
    record Failed<T>(Failure failure) implements Outcome<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> done, Function<? super Failure, ? extends R> failed) {
            return failed.apply(failure);
        }
    }
}
