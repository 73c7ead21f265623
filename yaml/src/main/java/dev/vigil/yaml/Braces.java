package dev.vigil.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What YAML takes for more in braces than was meant: a word without quotes, {@code {path}}, for a map with a key and no value, a decimal
 * comma, {@code {gain: 1,5}}, for the end of an entry.
 */
final class Braces {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final List<String> mistakes = new ArrayList<>();

    /** An anchor may be part of itself. */
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Braces() {}

    /** What is to be said of each, from the root of a text, which is null where there is nothing. */
    static List<String> in(Node root) {
        Braces found = new Braces();
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
            lookForCommas(map.getValue());
            map.getValue().stream().map(NodeTuple::getValueNode).forEach(this::look);
        }
    }

    private void lookForCommas(List<NodeTuple> entries) {
        for (int i = 1; i < entries.size(); i++) {
            Node whole = entries.get(i - 1).getValueNode();
            NodeTuple behind = entries.get(i);
            if (isFraction(behind) && isNumberBefore(whole, behind.getKeyNode())) {
                mistakes.add(Syntax.at(whole.getStartMark()) + Syntax.comma(text(whole), text(behind.getKeyNode())));
            }
        }
    }

    private static boolean isFraction(NodeTuple entry) {
        return DIGITS.matcher(text(entry.getKeyNode())).matches()
                && text(entry.getValueNode()).isEmpty();
    }

    /** Whether nothing but a comma parts them. */
    private static boolean isNumberBefore(Node whole, Node fraction) {
        return NUMBER.matcher(text(whole)).matches()
                && fraction.getStartMark().getIndex() == whole.getEndMark().getIndex() + 1;
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
