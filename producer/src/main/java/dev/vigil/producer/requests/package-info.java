/** What people ask of producers: who hears it, and who does it. */
package dev.vigil.producer.requests;
