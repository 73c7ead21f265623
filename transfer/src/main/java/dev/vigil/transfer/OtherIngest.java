package dev.vigil.transfer;

import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.Elsewhere;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Looks for the sign that other software has taken a file in. Whatever it looks at is read, and never touched. */
final class OtherIngest {
    private OtherIngest() {}

    /** By what it shows, in words. */
    static String shown(Elsewhere place) throws TroubleException {
        return switch (place.sign()) {
            case FILE -> byFile(Path.of(place.place()));
            case LINE -> byLine(Path.of(place.place()), place.words());
            case TOLD, NONE -> throw new TroubleException(notYet("nobody has said so: vigil ingested"));
        };
    }

    private static String byFile(Path file) throws TroubleException {
        if (Files.notExists(file)) {
            throw new TroubleException(notYet("has no " + file));
        }
        if (!Files.exists(file)) {
            throw new TroubleException(notYet("cannot be asked: " + file + " is out of reach"));
        }
        return file.toString();
    }

    private static String byLine(Path file, String words) throws TroubleException {
        // Whatever the file is written in, the same bytes are the same text.
        String wanted = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            if (lines.lines().noneMatch(line -> says(line, wanted))) {
                throw new TroubleException(notYet("has no line with '" + words + "' in " + file));
            }
            return "'" + words + "' in " + file;
        } catch (NoSuchFileException e) {
            throw new TroubleException(notYet("has no " + file));
        } catch (IOException e) {
            throw new TroubleException(notYet("cannot be asked: " + file + ": " + e.getMessage()));
        }
    }

    /** A name within a longer one is another name: {@code b12.fits} is not {@code ab12.fits}, and not {@code b12.fits.tmp}. */
    static boolean says(String line, String words) {
        for (int at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + 1)) {
            int end = at + words.length();
            boolean begins = at == 0 || !(isOfName(words.charAt(0)) && isOfName(line.charAt(at - 1)));
            boolean ends =
                    end == line.length() || !(isOfName(words.charAt(words.length() - 1)) && isOfName(line.charAt(end)));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfName(char letter) {
        return Character.isLetterOrDigit(letter) || "._-+~".indexOf(letter) >= 0;
    }

    private static Trouble notYet(String state) {
        return new Trouble.NotYet(Awaited.INGEST, "the other software", state);
    }
}
