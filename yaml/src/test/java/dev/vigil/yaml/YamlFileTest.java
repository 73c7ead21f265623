package dev.vigil.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlFileTest {
    private static final String IN_QUOTES =
            "{path} without quotes begins a map: put the whole value in quotes, such as '{path}'";

    @Test
    void whatIsYamlIsRead() throws Exception {
        assertThat(YamlFile.parse("a: {b: 1, c: }\nd: '{path}/x'\ne:\n  f:\n").toString())
                .isEqualTo("{\"a\":{\"b\":1,\"c\":null},\"d\":\"{path}/x\",\"e\":{\"f\":null}}");
        assertThat(YamlFile.parse("# nothing\n").isMissingNode()).isTrue();
    }

    @Test
    void aWordInBracesThatBreaksTheTextIsSaidInOneLine() {
        assertThat(mistakes("monitor:\n  copies: {path}/x\n")).containsExactly("line 2, column 17: " + IN_QUOTES);
        assertThat(mistakes("a: {copies: /copies/{path}}")).containsExactly("line 1, column 21: " + IN_QUOTES);
        assertThat(mistakes("a: in /log: {path}")).containsExactly("line 1, column 11: " + IN_QUOTES);
    }

    @Test
    void wordsInBracesThatPassForMapsAreSaidAllAtOnce() {
        assertThat(mistakes("places: {dark: {path}}\nlist: [x, {name}]\n"))
                .containsExactly(
                        "line 1, column 16: " + IN_QUOTES, "line 2, column 11: " + IN_QUOTES.replace("path", "name"));
    }

    @Test
    void aDecimalCommaThatEndsAnEntryOfAMapIsSaid() throws Exception {
        assertThat(mistakes("gain: {a: 1,5}\nrows: [{b: -0,25, c: 3}]\n"))
                .containsExactly(
                        "line 1, column 11: the comma of 1,5 ends an entry of the map: write 1.5",
                        "line 2, column 12: the comma of -0,25 ends an entry of the map: write -0.25");
        assertThat(YamlFile.parse("{a: 1, 5: , b: 1,c: , d: [1,5]}").toString())
                .isEqualTo("{\"a\":1,\"5\":null,\"b\":1,\"c\":null,\"d\":[1,5]}");
    }

    @Test
    void whateverElseIsNoYamlIsSaidInOneLine() {
        assertThat(mistakes("b: [1\nc: }\n"))
                .singleElement()
                .asString()
                .startsWith("line 2, column 2: expected ',' or ']', but got :")
                .hasLineCount(1);
        assertThat(mistakes("a: 1\n\tb: 2\n")).containsExactly("line 2, column 1: a tab cannot indent: write spaces");
        assertThat(mistakes("a: 1\na: 2\n"))
                .singleElement()
                .asString()
                .startsWith("line 2, column ")
                .contains("Duplicate field 'a'");
        assertThat(mistakes("a: @x\n"))
                .containsExactly(
                        "line 1, column 4: found character '@' that cannot start any token; close what is open,"
                                + " or put the whole value in quotes, as '…'");
        assertThat(mistakes("a: b\u0007\n"))
                .containsExactly("holds a character that no text has, 0x7 behind 4 others: take it out");
        assertThat(mistakes("a: \"x\n"))
                .singleElement()
                .asString()
                .startsWith("line 2, column 1: found unexpected end");
    }

    @Test
    void asManyDocumentsAsOneAreRead() {
        assertThat(mistakes("a: 1\n---\nb: 2\n"))
                .containsExactly("line 2, column 1: a second document begins here: leave this line out");
    }

    @Test
    void anAnchorThatIsPartOfItselfEndsSomewhere() throws Exception {
        assertThat(YamlFile.parse("a: &b [*b]\n").toString()).isEqualTo("{\"a\":[\"b\"]}");
    }

    private static List<String> mistakes(String text) {
        return catchThrowableOfType(BadYamlException.class, () -> YamlFile.parse(text))
                .mistakes();
    }
}
