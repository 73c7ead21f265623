package dev.vigil.portal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What all pages have in common.
 *
 * @param archive the folder of the archive whose files they show
 * @param host the machine that shows them
 */
record Layout(String archive, String host) {
    Layout {
        Objects.requireNonNull(archive, "archive");
        Objects.requireNonNull(host, "host");
    }

    /** On this machine; whoever has several deployments open sees which one it is. */
    static Layout of(Path archive) {
        return new Layout(archive.toAbsolutePath().normalize().toString(), hostName());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "a host without a name";
        }
    }

    /** A page; live, if it knows its own path and version. */
    Html page(String title, Html body, String path, String version) {
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
                <footer>Archive <code>{}</code> on <code>{}</code></footer>
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
                body,
                Words.breaking(archive),
                host);
    }

    private static Html section(String name, String link, String path) {
        return Html.of(
                "<a href=\"{}\"{}>{}</a>", link, new Html(" aria-current=\"page\"").when(path.equals(link)), name);
    }

    /** A page that says that something is not there, or did not work. */
    Html words(String title, String... sentences) {
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
