/** What one name on a telescope's disk is: asked without reading it, of disks that may fail or hang. */
package dev.vigil.producer.disk;
