package dev.vigil.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Words in braces that stand without quotes: YAML takes {@code {path}} for a map with a key and no value. */
final class OpenBraces {
    private final List<String> mistakes = new ArrayList<>();

    /** An anchor may be part of itself. */
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private OpenBraces() {}

    /** What is to be said of each, from the root of a text, which is null where there is nothing. */
    static List<String> in(Node root) {
        OpenBraces found = new OpenBraces();
        if (root != null) {
            found.look(root);
        }
        return found.mistakes;
    }

    private void look(Node node) {
        if (!seen.add(node)) {
            return;
        }
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(this::look);
        } else if (node instanceof MappingNode map && isWord(map)) {
            mistakes.add(Syntax.at(map.getStartMark())
                    + Syntax.braces("{" + text(map.getValue().get(0).getKeyNode()) + "}"));
        } else if (node instanceof MappingNode map) {
            map.getValue().stream().map(NodeTuple::getValueNode).forEach(this::look);
        }
    }

    private static boolean isWord(MappingNode map) {
        return map.getFlowStyle() == FlowStyle.FLOW
                && map.getValue().size() == 1
                && text(map.getValue().get(0).getValueNode()).isEmpty()
                && !text(map.getValue().get(0).getKeyNode()).isEmpty();
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle().getChar() == null
                ? scalar.getValue()
                : node.getTag().toString();
    }
}
