/** What a person asks of the services: again, close, backfill, release. */
package dev.vigil.cli.requests;
