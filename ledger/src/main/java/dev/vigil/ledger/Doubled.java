package dev.vigil.ledger;

/**
 * Something that the ledger holds twice and should hold once.
 *
 * @param what what it is
 * @param name which one
 * @param times how often
 */
public record Doubled(String what, String name, long times) {}
