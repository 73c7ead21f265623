/** Takes a transfer task, fetches, verifies, uncompresses, archives, and answers with exactly one outcome event. */
package dev.vigil.transfer;
