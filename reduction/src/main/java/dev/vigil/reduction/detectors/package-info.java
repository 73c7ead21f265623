/** What a detector is made of: its amplifiers, which pixels they read, and what their electronics do to counts. */
package dev.vigil.reduction.detectors;
