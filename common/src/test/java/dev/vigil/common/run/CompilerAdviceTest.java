package dev.vigil.common.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class CompilerAdviceTest {
    private static String directives() throws Exception {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "compilerDirectivesPrint",
                        new Object[] {},
                        new String[] {});
    }

    @Test
    void theJvmTakesTheAdvice() throws Exception {
        assertThat(directives()).doesNotContain("org/apache/kafka");
        CompilerAdvice.give();
        assertThat(directives()).contains("org/apache/kafka").doesNotContain("dev/vigil/reduction");
    }
}
