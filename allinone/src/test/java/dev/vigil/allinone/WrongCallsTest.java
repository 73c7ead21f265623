package dev.vigil.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongCallsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "up --no-such-option",
                "up more",
                "demo --instrument hubble",
                "demo --frames 1",
                "demo --data .",
                "reduce-file",
                "reduce-file a.fits --recipe soup",
                "reduce-file a.fits --compression zip",
                "reduce-file a.fits --instrument hubble",
                "reduce-file a.fits --profiles no-such-folder",
                "masters",
                "masters combine a.fits --out there",
                "masters combine a.fits --out there --type fringe",
                "masters combine a.fits --out there --type bias --instrument hubble",
                "masters fringe a.fits",
                "masters fringe a.fits --out there --minimum few"
            })
    void aWrongCallEndsWithTwoAndSaysWhereTheHelpIs(String call) {
        StringWriter err = new StringWriter();
        int status = AllInOneMain.line().setErr(new PrintWriter(err, true)).execute(call.split(" "));
        assertThat(status).as(err.toString()).isEqualTo(2);
        assertThat(err.toString()).startsWith("vigil: ").contains("Try 'vigil").doesNotContain("Exception");
    }
}
