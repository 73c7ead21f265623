/** What is written down of reduced frames and masters: the HDUs of their files, their cards, and summaries read from these again. */
package dev.vigil.reduction.products;
