package dev.vigil.cli.command;

import picocli.CommandLine.IVersionProvider;

/** Says which Vigil this is, and on which Java it runs. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "vigil " + (version == null ? "(built from source)" : version), "Java " + System.getProperty("java.version")
        };
    }
}
