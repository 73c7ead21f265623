package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void whatIsPutIntoATemplateIsEscaped() {
        assertThat(Html.of("<p title=\"{}\">{}</p>", "\"'", "<script>&").markup())
                .isEqualTo("<p title=\"&quot;&#39;\">&lt;script&gt;&amp;</p>");
    }

    @Test
    void aPieceOfAPageIsPutInAsItIs() {
        assertThat(Html.of("<p>{}</p>", Html.of("<b>{}</b>", 3)).markup()).isEqualTo("<p><b>3</b></p>");
    }

    @Test
    void aPlaceInAValueIsNotFilled() {
        assertThat(Html.of("{} {}", "{}", "b").markup()).isEqualTo("{} b");
    }

    @Test
    void aLineBreakIsShown() {
        assertThat(Html.escape("two\nlines")).isEqualTo("two␊lines");
    }

    @Test
    void aTemplateWithTooFewOrTooManyValuesIsRefused() {
        assertThatThrownBy(() -> Html.of("{} {}", 1)).hasMessageContaining("too few");
        assertThatThrownBy(() -> Html.of("{}", 1, 2)).hasMessageContaining("too many");
    }

    @Property
    void noTextOpensATagOrLeavesAnAttribute(@ForAll String text) {
        assertThat(Html.escape(text)).doesNotContain("<", ">", "\"", "'");
    }
}
