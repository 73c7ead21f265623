/** What users write in YAML, and what is wrong with it in words. */
package dev.vigil.yaml;
