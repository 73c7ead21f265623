package dev.vigil.reduction.references;

import java.util.Map;

/**
 * What became of the rows of the sources.
 *
 * @param recognised how the columns of the first file were understood
 */
public record ImportReport(long rows, long stars, Map<LeftOut, Long> leftOut, CatalogueFacts facts, String recognised) {
    public ImportReport {
        leftOut = Map.copyOf(leftOut);
    }
}
