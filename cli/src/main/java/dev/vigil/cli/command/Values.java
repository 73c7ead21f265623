package dev.vigil.cli.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the words of a command line become values; one that does not is refused in a sentence that says how to write it. */
final class Values {
    private static final String WHOLE = "a whole number";
    private static final String NUMBER = "a number";

    private Values() {}

    /** Lets a command line and its commands read by this. */
    static void readBy(CommandLine line) {
        line.registerConverter(LocalDate.class, read("a night", "write YYYY-MM-DD", LocalDate::parse));
        line.registerConverter(
                Duration.class, read("a time", "write PT90S for ninety seconds, PT15M for minutes", Duration::parse));
        line.registerConverter(Path.class, read("a path", "it holds what no path may", Path::of));
        line.registerConverter(Integer.class, read(WHOLE, "such as 12", Integer::valueOf));
        line.registerConverter(int.class, read(WHOLE, "such as 12", Integer::valueOf));
        line.registerConverter(Long.class, read(WHOLE, "such as 12", Long::valueOf));
        line.registerConverter(long.class, read(WHOLE, "such as 12", Long::valueOf));
        line.registerConverter(Double.class, read(NUMBER, "such as 0.5", Double::valueOf));
        line.registerConverter(double.class, read(NUMBER, "such as 0.5", Double::valueOf));
    }

    private static <T> ITypeConverter<T> read(String kind, String advice, ITypeConverter<T> form) {
        return text -> {
            try {
                return form.convert(text);
            } catch (RuntimeException unreadable) {
                throw new TypeConversionException("not " + kind + ": " + text + " (" + advice + ")");
            }
        };
    }
}
