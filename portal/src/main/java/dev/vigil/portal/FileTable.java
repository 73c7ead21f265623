package dev.vigil.portal;

import dev.vigil.schemas.events.StoredFile;
import java.util.List;
import java.util.Optional;

/** Files with their links, sizes and digests. */
final class FileTable {
    private FileTable() {}

    /** Nothing where there is no file. */
    static Optional<Html> of(List<Html> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(Html.of("""
                <div class="scroll"><table class="files"><thead><tr><th scope="col">What</th><th scope="col">Where</th>
                <th scope="col" class="number">Size</th><th scope="col">SHA-256</th></tr></thead><tbody>{}</tbody></table></div>
                """, Html.join(rows)));
    }

    /** A file that is fetched by the name of whom it belongs to. */
    static Html row(String what, String owner, StoredFile file) {
        return row(
                what,
                Html.of(
                        "<a href=\"{}\" download><code>{}</code></a>",
                        Links.file(owner, file),
                        Words.breaking(file.key())),
                file);
    }

    static Html row(String what, Html where, StoredFile file) {
        return Html.of(
                "<tr><td>{}</td><td>{}</td><td class=\"number\">{}</td><td><code title=\"{}\">{}…</code></td></tr>\n",
                what,
                where,
                Words.size(file.size()),
                file.digest(),
                file.digest().value().substring(0, 12));
    }
}
