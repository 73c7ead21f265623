/** Which files the units' folders hold: what is listed, how often, and when a folder's disk is not to be believed. */
package dev.vigil.producer.listing;
