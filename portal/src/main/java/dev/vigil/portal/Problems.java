package dev.vigil.portal;

import dev.vigil.schemas.events.FrameId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong with a night, the same things together, with what a person can do. */
final class Problems {
    private static final int SHOWN = 5;

    private Problems() {}

    static Html section(Optional<Night> night, List<Problem> problems) {
        Html gaps = Gaps.of(night);
        if (problems.isEmpty()) {
            boolean isFine = gaps.markup().isEmpty();
            return Html.of(
                    "<section id=\"problems\">{}</section>\n",
                    isFine ? new Html("<p class=\"fine\">No problems.</p>") : gaps);
        }
        Map<String, List<Problem>> groups = problems.stream()
                .collect(Collectors.groupingBy(Problems::kind, LinkedHashMap::new, Collectors.toList()));
        return Html.of(
                "<section id=\"problems\"><h2>{}</h2>{}{}</section>\n",
                Words.count(problems.size(), "frame has a problem", "frames have problems"),
                Html.join(groups.values().stream().map(Problems::group).toList()),
                gaps);
    }

    private static String kind(Problem problem) {
        return String.join(
                "\n",
                problem.standing(),
                problem.stage(),
                ofAny(problem, problem.reason()),
                ofAny(problem, problem.remedy()));
    }

    private static String ofAny(Problem problem, String words) {
        return new FrameId(problem.frame()).ofEach(words);
    }

    private static Html group(List<Problem> same) {
        Problem one = same.get(0);
        return Html.of(
                """
                <article class="problem {}"><p><span class="badge {}">{}{}</span> <span class="stage">{}</span> {}</p>
                <p class="remedy"><b>What to do:</b> {}</p>{}</article>
                """,
                one.standing(),
                one.standing(),
                same.size() > 1 ? same.size() + " " : "",
                one.standing(),
                one.stage(),
                same.size() > 1 ? ofAny(one, one.reason()) : Frames.ofItself(new FrameId(one.frame()), one.reason()),
                Remedy.words(one.standing(), same.size() > 1 ? ofAny(one, one.remedy()) : one.remedy()),
                Which.list(same, SHOWN, Problems::link));
    }

    private static Html link(Problem problem) {
        return Html.of(
                "<a href=\"{}\">{}</a>",
                Links.frame(problem.frame()),
                Words.breaking(problem.frame().substring(problem.frame().lastIndexOf('/') + 1)));
    }
}
