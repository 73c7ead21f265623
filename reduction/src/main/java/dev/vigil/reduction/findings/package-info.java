/** What came of looking at an image: numbers, flags, marks and sources, without how they were found and how they are written down. */
package dev.vigil.reduction.findings;
