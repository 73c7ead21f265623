package dev.vigil.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.FileUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once from the jar that carries them. */
record PostgresPrograms(Path folder, PlainUser user) {
    private static final String UNPACKED = ".unpacked";

    static PostgresPrograms unpacked(PlainUser user, Path dataFolder) throws IOException {
        byte[] packed = packed();
        Path folder = user.programFolder(dataFolder).resolve(shortDigest(packed));
        if (!Files.exists(folder.resolve(UNPACKED))) {
            unpack(packed, folder);
        }
        return new PostgresPrograms(folder, user);
    }

    /** Runs a program to its end; its own words are the exception's if it fails. */
    void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        Process process = FreePorts.start(new ProcessBuilder(command).redirectErrorStream(true));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = Waiting.forEnd(process);
        if (status != 0) {
            throw new IOException(program + " ended with status " + status + ": " + said.strip());
        }
    }

    private static byte[] packed() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        try (InputStream stream =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"))) {
            return stream.readAllBytes();
        }
    }

    private static String shortDigest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Unpacks beside the folder and renames, so that processes which start together never see half of it. */
    private static void unpack(byte[] packed, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        Path beside = Files.createTempDirectory(folder.getParent(), "unpacking-");
        beside.toFile().setReadable(true, false);
        beside.toFile().setExecutable(true, false);
        extract(packed, beside);
        Files.createFile(beside.resolve(UNPACKED));
        try {
            Files.move(beside, folder);
        } catch (IOException lostTheRace) {
            FileUtils.deleteDirectory(beside.toFile());
            if (!Files.exists(folder.resolve(UNPACKED))) {
                throw lostTheRace;
            }
        }
    }

    private static void extract(byte[] packed, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(packed)), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, target.resolve(entry.getName()));
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        path.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
    }
}
