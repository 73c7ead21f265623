package dev.vigil.common.run;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the JVM's optimising compiler for the pixels. The broker, the database's client and the rest that only carries news are
 * a hundred times more code; of a night's first minutes the optimiser would spend a third of the CPU on it.
 */
public final class CompilerAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(CompilerAdvice.class);
    private static final String DIRECTIVES = "compiler.directives";

    private CompilerAdvice() {}

    /** Advises the JVM of this process; one that takes no advice is left as it is. */
    public static void give() {
        try {
            Path file = Files.createTempFile("vigil-", ".directives");
            try (InputStream directives = CompilerAdvice.class.getResourceAsStream(DIRECTIVES)) {
                Files.copy(directives, file, StandardCopyOption.REPLACE_EXISTING);
                LOG.debug("the compiler says: {}", add(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException | JMException e) {
            LOG.info("the compiler takes no advice: {}", e.getMessage());
        }
    }

    private static Object add(Path file) throws JMException {
        return ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "compilerDirectivesAdd",
                        new Object[] {new String[] {file.toString()}},
                        new String[] {String[].class.getName()});
    }
}
