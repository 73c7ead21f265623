package dev.vigil.reduction.references.tables;

/**
 * A column of a table.
 *
 * @param name as the table has it; where a text has no heads, its number
 * @param unit as the table has it; empty where it does not say
 */
public record Column(String name, String unit) {}
