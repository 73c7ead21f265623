/** What is known of files by their names alone. */
package dev.vigil.common.files;
