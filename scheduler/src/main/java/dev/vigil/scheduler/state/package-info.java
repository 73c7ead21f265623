/** What the scheduler remembers: records in ordered shelves of bytes, wherever those are kept. */
package dev.vigil.scheduler.state;
