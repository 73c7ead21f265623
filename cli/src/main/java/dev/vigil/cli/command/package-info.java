/** What every command shares: where it finds the deployment, how it is told wrong, which names it knows. */
package dev.vigil.cli.command;
