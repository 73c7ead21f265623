package dev.vigil.bench;

import java.util.OptionalInt;

/** What the plain loop writes into the database about a file. */
record PlainRow(String file, String type, String digest, long size, String archived, OptionalInt sources) {}
