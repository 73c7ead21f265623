package dev.vigil.audit;

import dev.vigil.schemas.events.FrameId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks the producers what lies on their telescopes' disks: at the addresses from which they offer files. */
final class Sources {
    private static final String FILES = "/files/";
    private static final String LISTING = "/listing/";
    private static final String END = "end";
    private static final String CLOSED = "closed";
    private static final Duration PATIENCE = Producers.PATIENCE;

    private final Producers producers;

    Sources(Producers producers) {
        this.producers = producers;
    }

    /** The files in folders named after the wanted nights, and those announced of them elsewhere; a unit that does not answer is silent, with the reason. */
    SourceSide list(Map<String, UnitSaid> said, Collection<String> units, Nights nights, Set<String> announced)
            throws InterruptedException {
        Map<String, SourceFile> files = new TreeMap<>();
        Map<String, Silence> silent = new TreeMap<>();
        Set<String> asked = new HashSet<>();
        long passedBy = 0;
        for (String unit : units) {
            UnitSaid here = said.get(unit);
            try {
                Map<Boolean, List<SourceFile>> byTaken = of(here).values().stream()
                        .filter(file ->
                                nights.include(unit, Paths.night(file.path()).orElse(Nights.UNKNOWN))
                                        || announced.contains(file.path()))
                        .collect(Collectors.partitioningBy(
                                file -> here.takes(file.night()) || announced.contains(file.path())));
                byTaken.get(true).forEach(file -> files.put(file.path(), file));
                passedBy += byTaken.get(false).size();
                asked.add(unit);
            } catch (IOException e) {
                silent.put(unit, new Silence(words(e), !(e instanceof NoListing)));
            }
        }
        return new SourceSide(files, silent, asked, passedBy);
    }

    /** Nobody could answer where files are offered so. */
    private static final class NoListing extends IOException {
        private static final long serialVersionUID = 1L;

        NoListing() {
            super("its files are offered by SFTP alone, which knows no listing");
        }
    }

    private static String words(IOException failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private Map<String, SourceFile> of(UnitSaid said) throws IOException, InterruptedException {
        if (said == null || said.newest().locations().isEmpty()) {
            throw new IOException("nobody has said where its files are offered; to do: start its producer");
        }
        if (said.away().isPresent()) {
            throw new IOException(said.away().get());
        }
        Map<String, IOException> failures = new LinkedHashMap<>();
        for (URI location : said.newest().locations()) {
            if (!failures.containsKey(place(location))) {
                try {
                    return listed(said.newest(), location);
                } catch (IOException e) {
                    failures.put(place(location), e);
                }
            }
        }
        throw together(failures.values());
    }

    /** Where the files of a location lie; one that is served may be offered in several forms. */
    private static String place(URI location) {
        String text = location.toString();
        int files = text.indexOf(FILES);
        return files < 0 || "file".equals(location.getScheme()) ? text : text.substring(0, files);
    }

    /** A way that knows no listing is no trouble: what kept the others from being gone is what a person wants to know. */
    private static IOException together(Collection<IOException> failures) {
        List<IOException> troubles = failures.stream()
                .filter(failure -> !(failure instanceof NoListing))
                .toList();
        if (troubles.isEmpty()) {
            return new NoListing();
        }
        return new IOException(troubles.stream().map(Sources::words).distinct().collect(Collectors.joining("; ")));
    }

    /** A unit's folder may have another name than the unit. */
    private Map<String, SourceFile> listed(Sighted newest, URI location) throws IOException, InterruptedException {
        String folder = Paths.unit(newest.path());
        return switch (String.valueOf(location.getScheme())) {
            case "file" -> onDisk(folder, newest, location);
            case "sftp" -> throw new NoListing();
            default -> served(folder, location);
        };
    }

    private static Map<String, SourceFile> onDisk(String unit, Sighted newest, URI location)
            throws IOException, InterruptedException {
        return new DiskListing(Paths.incoming(location, newest.path()), unit, PATIENCE).files();
    }

    private Map<String, SourceFile> served(String unit, URI location) throws IOException, InterruptedException {
        String text = location.toString();
        int files = text.indexOf(FILES);
        if (files < 0) {
            throw new IOException(location + " is not the address of a producer");
        }
        URI address = URI.create(
                text.substring(0, files) + LISTING + FrameId.ofPath(unit + "/-").unit());
        HttpResponse<InputStream> response = producers.get(address);
        try (InputStream body = response.body()) {
            Lines lines = new Lines(body);
            return PatientWait.of(
                    address.toString(), () -> read(address, response.statusCode(), lines), () -> lines.read, PATIENCE);
        }
    }

    /** Lines that count themselves as they come. */
    private static final class Lines extends BufferedReader {
        private volatile long read;

        Lines(InputStream body) {
            super(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        @Override
        public String readLine() throws IOException {
            String line = super.readLine();
            read++;
            return line;
        }
    }

    private static Map<String, SourceFile> read(URI address, int status, BufferedReader lines) throws IOException {
        if (status == Producers.OK) {
            return parsed(address, lines);
        }
        throw new IOException(address + " answers " + status + ": " + lines.readLine() + "; to do: "
                + (status == 401
                        ? "set transfer.token to the producer's token"
                        : "see to its disk and to the producer's log, and verify again"));
    }

    /** Lines of size, milliseconds of the modification and encoded path; the last one says how many there are, or that not all could be seen. */
    static Map<String, SourceFile> parsed(URI address, BufferedReader lines) throws IOException {
        Map<String, SourceFile> files = new TreeMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\t");
            if (parts.length == 2 && parts[0].equals(END) && parts[1].equals(Integer.toString(files.size()))) {
                return files;
            }
            if (parts.length == 2 && parts[0].equals(CLOSED)) {
                throw new IOException(parts[1] + " may not be read by its producer, so nobody knows what is in there;"
                        + " to do: give the producer the right to");
            }
            if (parts.length != 3) {
                throw new IOException(address + " answers with what is no listing: " + line);
            }
            String path = new FrameId(parts[2]).path();
            files.put(
                    path,
                    new SourceFile(path, Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))));
        }
        throw new IOException(address + " ended its listing early; to do: verify again");
    }
}
