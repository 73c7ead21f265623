/** What a handful of numbers come to, for all who ask. */
package dev.vigil.reduction.statistics;
