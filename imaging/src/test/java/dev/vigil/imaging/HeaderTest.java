package dev.vigil.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class HeaderTest {
    private static Header parsed(String... cards) {
        byte[] bytes = Samples.headerByHand(cards);
        return HeaderParser.parse(bytes, bytes.length);
    }

    private static Header writtenAndRead(Header header) {
        byte[] bytes = CardWriter.bytesOf(header);
        return HeaderParser.parse(bytes, bytes.length);
    }

    @Test
    void textIsTrimmedAndQuotesAreUndoubled() {
        Header header = parsed("OBJECT  = '  Barnard''s star  ' / target");
        assertThat(header.text("OBJECT")).contains("Barnard's star");
        assertThat(header.commentOf("OBJECT")).contains("target");
    }

    @Test
    void anEmptyValueCountsAsAbsent() {
        Header header = parsed("FILTER  = '        '", "AIRMASS =", "OTHER   =         / nothing");
        assertThat(header.text("FILTER")).isEmpty();
        assertThat(header.number("AIRMASS")).isEmpty();
        assertThat(header.text("OTHER")).isEmpty();
        assertThat(header.has("FILTER")).isTrue();
    }

    @Test
    void aNumberCanBeReadAsText() {
        assertThat(parsed("EGAIN   =                0.256").text("EGAIN")).contains("0.256");
    }

    @Test
    void aQuotedNumberIsANumber() {
        assertThat(parsed("GAIN    = '1.50    '").number("GAIN")).hasValue(1.5);
    }

    @Test
    void aDecimalCommaIsUnderstood() {
        assertThat(parsed("EXPTIME = '30,5'").number("EXPTIME")).hasValue(30.5);
    }

    @Test
    void aFortranExponentIsUnderstood() {
        assertThat(parsed("JD      = 2.4603D+06").number("JD")).hasValue(2.4603e6);
    }

    @Test
    void wordsAndHugeNumbersAreNoNumbers() {
        Header header = parsed("A       = 'NaN'", "B       = '1e999'", "C       = '12 s'", "D       = '1,234.5'");
        assertThat(header.number("A")).isEmpty();
        assertThat(header.number("B")).isEmpty();
        assertThat(header.number("C")).isEmpty();
        assertThat(header.number("D")).isEmpty();
    }

    @Test
    void aWholeNumberMayBeWrittenWithAPointButNotWithAFraction() {
        Header header = parsed("XBINNING=                  2.0", "YBINNING=                  2.5");
        assertThat(header.integer("XBINNING")).hasValue(2);
        assertThat(header.integer("YBINNING")).isEmpty();
    }

    @Test
    void logicalsAreReadFromLettersAndFromText() {
        Header header =
                parsed("A       =                    T", "B       = 'true'", "C       = 'F'", "D       = 'maybe'");
        assertThat(header.logical("A")).contains(true);
        assertThat(header.logical("B")).contains(true);
        assertThat(header.logical("C")).contains(false);
        assertThat(header.logical("D")).isEmpty();
    }

    @Test
    void hierarchKeywordsAreFoundWithAndWithoutTheWord() {
        Header header = parsed("HIERARCH ESO DET CHIP1 ID = 'CCD-44' / detector");
        assertThat(header.text("ESO DET CHIP1 ID")).contains("CCD-44");
        assertThat(header.text("HIERARCH ESO DET CHIP1 ID")).contains("CCD-44");
    }

    @Test
    void continuedStringsAreJoined() {
        Header header = parsed("PATH    = 'one &'", "CONTINUE  'two &' / first", "CONTINUE  'three' / second");
        assertThat(header.text("PATH")).contains("one two three");
        assertThat(header.commentOf("PATH")).contains("first second");
    }

    @Test
    void aContinueWithoutABeginningIsCommentary() {
        Header header = parsed("CONTINUE  'lost'", "OBJECT  = 'M 31'");
        assertThat(header.text("OBJECT")).contains("M 31");
    }

    @Test
    void bytesBeyondAsciiAreShownAsQuestionMarks() {
        assertThat(parsed("OBSERVER= 'Andr\u00e9'").text("OBSERVER")).contains("Andr?");
    }

    @Test
    void ofDuplicatedKeywordsTheFirstWins() {
        assertThat(parsed("FILTER  = 'r'", "FILTER  = 'g'").text("FILTER")).contains("r");
    }

    @Test
    void aSlashWithinQuotesIsPartOfTheText() {
        Header header = parsed("UNITS   = 'e-/ADU' / per count");
        assertThat(header.text("UNITS")).contains("e-/ADU");
    }

    @Test
    void aQuoteThatIsNeverClosedEndsWithTheCard() {
        assertThat(parsed("OBJECT  = 'NGC 4993").text("OBJECT")).contains("NGC 4993");
    }

    @Test
    void keywordsAreFoundWhateverTheirCase() {
        assertThat(parsed("OBJECT  = 'x'").text("object")).contains("x");
    }

    @Test
    void historyAndCommentsKeepTheirOrder() {
        Header header = Header.builder()
                .history("first")
                .comment("aside")
                .history("second")
                .build();
        assertThat(writtenAndRead(header).history()).containsExactly("first", "second");
        assertThat(writtenAndRead(header).comments()).containsExactly("aside");
    }

    @Test
    void longHistoryIsBrokenIntoLines() {
        Header header = Header.builder().history("x".repeat(100)).build();
        assertThat(header.history()).containsExactly("x".repeat(72), "x".repeat(28));
    }

    @Test
    void aKeywordThatIsPutAgainReplacesTheFirstInItsPlace() {
        Header header =
                Header.builder().put("A", 1, "").put("B", 2, "").put("A", 3, "").build();
        assertThat(header.cards()).extracting(Card::keyword).containsExactly("A", "B");
        assertThat(header.integer("A")).hasValue(3);
    }

    @Test
    void aRemovedKeywordIsGone() {
        Header header = Samples.OBJECT.toBuilder().remove("OBJECT").build();
        assertThat(header.has("OBJECT")).isFalse();
        assertThat(Samples.OBJECT.has("OBJECT")).isTrue();
    }

    @Test
    void whatFitsCannotSayIsRefused() {
        Header.Builder builder = Header.builder();
        assertThatThrownBy(() -> builder.put("SEEING", Double.NaN, "")).hasMessageContaining("SEEING");
        assertThatThrownBy(() -> builder.put("BAD*KEY", 1, "")).hasMessageContaining("BAD*KEY");
        assertThatThrownBy(() -> builder.put("END", 1, "")).hasMessageContaining("END");
    }

    @Test
    void longKeywordsAndLongStringsComeBack() {
        String path = "/data/7DT05/" + "o''dd/".repeat(40) + "file.fits";
        Header header = Header.builder()
                .put("ESO DET CHIP1 ID", "CCD-44", "detector")
                .put("SOURCE", path, "where it lay")
                .put("ESO A VERY LONG NAME", path, "")
                .build();
        assertThat(writtenAndRead(header)).isEqualTo(header);
    }

    @Property
    void anyTextComesBackAsItWas(@ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 300) String text) {
        Header header = Header.builder().put("TEXT", text, "a comment").build();
        assertThat(writtenAndRead(header).text("TEXT").orElse("")).isEqualTo(text.strip());
    }

    @Property
    void anyFiniteNumberComesBackExactly(@ForAll double number) {
        if (Double.isFinite(number)) {
            Header header = Header.builder().put("NUMBER", number, "").build();
            assertThat(writtenAndRead(header).number("NUMBER")).hasValue(number);
        }
    }

    @Property
    void anyWholeNumberComesBackExactly(@ForAll long number) {
        Header header = Header.builder().put("NUMBER", number, "").build();
        assertThat(writtenAndRead(header).integer("NUMBER")).hasValue(number);
    }
}
