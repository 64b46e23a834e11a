package bangfu.kill;

import bangfu.cli.Main;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** The real program in a JVM of its own, with the agent or without. */
public final class Child {
  private final Path folder;
  private final List<String> options = new ArrayList<>();

  /**
   * A child to be.
   *
   * @param folder where its output goes, as {@code terminal.txt}
   */
  public Child(Path folder) {
    this.folder = folder;
    options.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            // as the manifest of the program says
            "--enable-native-access=ALL-UNNAMED"));
  }

  /** With options of the JVM. */
  public Child with(String... jvmOptions) {
    options.addAll(Arrays.asList(jvmOptions));
    return this;
  }

  /** With a limit on the size of each file it writes. */
  Child underLimitOfKilobytes(int kilobytes) {
    options.addAll(0, List.of("sh", "-c", "ulimit -f " + 2 * kilobytes + "; exec \"$@\"", "sh"));
    return this;
  }

  /** With the agent; what it traces goes to {@code moments.txt}. */
  public Child killedAt(Path agent, String moment) {
    return with(
        "-javaagent:" + agent,
        "-Dkill.at=" + moment,
        "-Dkill.trace=" + folder.resolve("moments.txt"));
  }

  Process start(List<String> command) throws IOException {
    List<String> words = new ArrayList<>(options);
    words.addAll(List.of("-cp", classPath(), Main.class.getName()));
    words.addAll(command);
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("terminal.txt").toFile())
        .start();
  }

  /** Without the logging that comes with a library of the tests: the product has none of it. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("log4j-api"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  public int run(List<String> command) throws IOException, InterruptedException {
    return start(command).waitFor();
  }

  public String terminal() throws IOException {
    return Files.readString(folder.resolve("terminal.txt"));
  }

  List<String> moments() throws IOException {
    return Files.readAllLines(folder.resolve("moments.txt"));
  }

  /**
   * Packs the agent: its code is on the class path, and what the JDK itself calls is in the jar.
   */
  public static Path agent(Path folder) throws IOException {
    Path jar = folder.resolve("agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", KillAgent.class.getName());
    manifest.getMainAttributes().putValue("Boot-Class-Path", jar.getFileName().toString());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    String name = KillPoint.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.putNextEntry(new ZipEntry(name));
      out.write(KillPoint.class.getResourceAsStream("KillPoint.class").readAllBytes());
    }
    return jar;
  }
}
