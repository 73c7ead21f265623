package dev.vigil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who PostgreSQL runs as: it refuses to be root, so root starts it in a user namespace where it is nobody in
 * particular, or, where the kernel forbids that (many containers), as the user {@code nobody}.
 */
enum PlainUser {
    MYSELF(List.of()),
    IN_A_NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private final List<String> prefix;

    PlainUser(List<String> prefix) {
        this.prefix = prefix;
    }

    static PlainUser find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return MYSELF;
        }
        return works(List.of("unshare", "-U", "true")) ? IN_A_NAMESPACE : NOBODY;
    }

    List<String> prefix() {
        return prefix;
    }

    /** Where programs are unpacked: once for all data of a user who has a home, else with the data. */
    Path programFolder(Path dataFolder) {
        Path cache = Path.of("/")
                .resolve(System.getProperty("user.home"))
                .resolve(".cache")
                .resolve("embedded-postgres");
        return this != NOBODY && mayBeMade(cache) ? cache : dataFolder.resolve("programs");
    }

    private static boolean mayBeMade(Path folder) {
        return Stream.iterate(folder, Objects::nonNull, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .filter(there -> Files.isDirectory(there) && Files.isWritable(there))
                .isPresent();
    }

    /** Gives a folder that root made to the user who will write in it. */
    void own(Path folder) throws IOException {
        if (this == NOBODY) {
            Files.setAttribute(folder, "unix:uid", 65534);
            Files.setAttribute(folder, "unix:gid", 65534);
        }
    }

    private static boolean works(List<String> command) {
        try {
            Process process = FreePorts.start(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD));
            return Waiting.forEnd(process) == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
