package dev.vigil.transfer;

import dev.vigil.archive.Archive;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Kills the user of archives before, or right after, one of all the calls to them. */
final class Killer {
    private final int fatalCall;
    private final boolean afterwards;
    private int calls;

    Killer(int fatalCall, boolean afterwards) {
        this.fatalCall = fatalCall;
        this.afterwards = afterwards;
    }

    /** Stands for the kill. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The archive, in the hands of somebody mortal. */
    Archive watched(Archive archive) {
        return (Archive) Proxy.newProxyInstance(
                Archive.class.getClassLoader(), new Class<?>[] {Archive.class}, (proxy, method, arguments) -> {
                    boolean fatal = ++calls == fatalCall;
                    if (fatal && !afterwards) {
                        throw new Killed();
                    }
                    try {
                        Object result = method.invoke(archive, arguments);
                        if (fatal) {
                            throw new Killed();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Whether the call that kills was reached. */
    boolean hasKilled() {
        return calls >= fatalCall;
    }
}
