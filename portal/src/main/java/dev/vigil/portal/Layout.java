package dev.vigil.portal;

/** What all pages have in common. */
final class Layout {
    private Layout() {}

    /** A page; live, if it knows its own path and version. */
    static Html page(String title, Html body, String path, String version) {
        return Html.of(
                """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>{} – Vigil</title>
                <link rel="icon" href="{}">
                <link rel="stylesheet" href="{}">
                <script src="{}" defer></script>
                </head>
                <body data-page="{}" data-version="{}">
                <a class="skip" href="#main">To the content</a>
                <header><a class="brand" href="/">Vigil</a> <span class="motto">Every exposure, accounted for.</span>
                <nav aria-label="pages">{} {}</nav>
                <span id="live" role="status"></span></header>
                <main id="main" tabindex="-1">
                {}</main>
                </body>
                </html>
                """,
                title,
                Assets.ICON.link(),
                Assets.STYLE.link(),
                Assets.SCRIPT.link(),
                path,
                version,
                section("Nights", "/", path),
                section("Masters", "/masters", path),
                body);
    }

    private static Html section(String name, String link, String path) {
        return Html.of(
                "<a href=\"{}\"{}>{}</a>", link, new Html(" aria-current=\"page\"").when(path.equals(link)), name);
    }

    /** A page that says that something is not there, or did not work. */
    static Html words(String title, String... sentences) {
        StringBuilder paragraphs = new StringBuilder();
        for (String sentence : sentences) {
            paragraphs.append(Html.of("<p>{}</p>", sentence).markup());
        }
        Html body = Html.of("""
                <h1>{}</h1>
                <div class="advice">{}<p><a href="/">All nights</a></p></div>
                """, title, new Html(paragraphs.toString()));
        return page(title, body, "", "");
    }
}
