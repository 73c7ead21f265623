/** Reducing files on one machine without a broker: what the services judge and do, one after the other. */
package dev.vigil.allinone.files;
