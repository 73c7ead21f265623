package dev.vigil.bench;

import java.io.IOException;

/** A JVM and the PostgreSQL beside it, which together do the work that is measured. */
record Servers(long jvm, Postgres postgres) {

    Cpu cpu() throws IOException {
        return new Cpu(Proc.of(jvm).cpuSeconds(), postgres.cpuSeconds());
    }

    Memory memory() throws IOException {
        return new Memory(Proc.of(jvm).resident(), postgres.resident());
    }

    /** The most that the JVM ever had; of PostgreSQL only what it has now is known. */
    Memory mostMemory() throws IOException {
        return new Memory(Proc.of(jvm).mostResident(), postgres.resident());
    }
}
