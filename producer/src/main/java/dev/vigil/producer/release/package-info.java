/** Deletes files of the telescope's disk that are safe elsewhere, when somebody asks for it. */
package dev.vigil.producer.release;
