package dev.vigil.transfer;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Borrowing;
import dev.vigil.archive.Draft;
import dev.vigil.archive.Publication;
import dev.vigil.archive.Stored;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Puts content of a known digest under the first of its names that is free, or finds it where it is already. */
record Shelf(Area area, Archive archive, String worker) {

    /** Begins a draft; a filling that has to start over begins another. */
    interface Drafts {
        Draft begin() throws ArchiveException;

        /** One that is a file of this machine already, where that can be had. */
        default Optional<Draft> borrow(Path file, Borrowing how) throws ArchiveException {
            return Optional.empty();
        }
    }

    /** Drafts of one name. */
    private record Named(Archive archive, ArchiveKey name, String worker) implements Drafts {
        @Override
        public Draft begin() throws ArchiveException {
            return archive.draft(name, worker);
        }

        @Override
        public Optional<Draft> borrow(Path file, Borrowing how) throws ArchiveException {
            return archive.borrow(name, worker, file, how);
        }
    }

    /** Brings the content. */
    interface Filling {
        Draft fill(Drafts drafts) throws ArchiveException, TroubleException, InterruptedException;
    }

    StoredFile place(List<ArchiveKey> names, Sha256 digest, Filling filling)
            throws ArchiveException, TroubleException, InterruptedException {
        for (ArchiveKey name : names) {
            Optional<StoredFile> placed = placeAt(name, digest, filling);
            if (placed.isPresent()) {
                return placed.get();
            }
        }
        throw new TroubleException(new Trouble.Failing(
                FailureCategory.DAMAGED,
                "the archive holds other bytes under its name " + names.get(names.size() - 1),
                "compare that file with its digest, and move it away if the disk has damaged it"));
    }

    /** The content, where it is already. */
    Optional<StoredFile> found(List<ArchiveKey> names, Sha256 digest) throws ArchiveException {
        for (ArchiveKey name : names) {
            Optional<Stored> there = archive.find(name);
            Optional<StoredFile> same = there.isPresent() ? same(there.get(), digest) : Optional.empty();
            if (same.isPresent()) {
                return same;
            }
        }
        return Optional.empty();
    }

    private Optional<StoredFile> placeAt(ArchiveKey name, Sha256 digest, Filling filling)
            throws ArchiveException, TroubleException, InterruptedException {
        Optional<Stored> there = archive.find(name);
        if (there.isPresent()) {
            return same(there.get(), digest);
        }
        try (Draft draft = filling.fill(new Named(archive, name, worker))) {
            return published(name, archive.publish(draft, digest.value()), digest);
        }
    }

    private Optional<StoredFile> same(Stored there, Sha256 digest) throws ArchiveException {
        return Optional.of(archive.digest(there.key()))
                .filter(digest.value()::equals)
                .map(equal -> stored(there.key(), there.size(), digest));
    }

    private Optional<StoredFile> published(ArchiveKey name, Publication publication, Sha256 digest)
            throws TroubleException {
        if (publication instanceof Publication.Spoiled spoiled) {
            throw new TroubleException(new Trouble.Failing(
                    FailureCategory.DAMAGED,
                    "what lies on the disk as " + name + " has the digest " + spoiled.digest() + " instead of "
                            + digest,
                    "have the disk of the archive checked"));
        }
        return Optional.of(publication)
                .filter(outcome -> outcome.holds(digest.value()))
                .map(outcome -> stored(name, outcome.size(), digest));
    }

    private StoredFile stored(ArchiveKey name, long size, Sha256 digest) {
        return new StoredFile(area, name.value(), size, digest);
    }
}
