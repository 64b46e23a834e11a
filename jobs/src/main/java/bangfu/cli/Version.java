package bangfu.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it into the archive. */
final class Version implements IVersionProvider {

  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"bangfu " + text()};
  }
}
