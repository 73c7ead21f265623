package dev.vigil.bench;

/** Bytes in hand. */
record Memory(long java, long postgres) {
    static final Memory NONE = new Memory(0, 0);

    /** Each at its most. */
    Memory most(Memory other) {
        return new Memory(Math.max(java, other.java), Math.max(postgres, other.postgres));
    }

    long sum() {
        return java + postgres;
    }
}
