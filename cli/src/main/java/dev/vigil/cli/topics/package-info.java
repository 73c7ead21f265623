/** Topics as people read them: their last words, new ones as they come, dead letters; and requests to write. */
package dev.vigil.cli.topics;
