package dev.vigil.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveException.Problem;
import dev.vigil.archive.WorkingArea;
import org.junit.jupiter.api.Test;

class InMemoryArchiveTest extends ArchiveContract {
    @Override
    protected WorkingArea emptyArchive() {
        return new InMemoryArchive();
    }

    @Test
    void aBrokenArchiveSaysSoUntilItIsMended() throws Exception {
        InMemoryArchive archive = new InMemoryArchive();
        archive.breakWith(Problem.FULL);
        assertThatThrownBy(() -> archive.list(""))
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        error -> assertThat(error.problem().mayPass()).isTrue());
        archive.mend();
        assertThat(archive.list("")).isEmpty();
    }
}
