package bangfu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that starts the program, with a Java that only says what it was given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String OPTIONS = "BANGFU_JAVA_OPTS";

  private static final Path SCRIPT = Path.of("src/main/launcher/bangfu");

  @TempDir Path home;

  @BeforeEach
  void putJavaIntoItsHome() throws IOException {
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void startsWithWhatSuitsRunsOfSeconds() throws Exception {
    assertThat(started(Map.of(), "run", "--month", "2017 03"))
        .contains("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="))
        .anyMatch(option -> option.matches("-Dbangfu.empty-register=.*/empty-register.mv.db"))
        .endsWith("run", "--month", "2017 03");
  }

  @Test
  void anotherCollectorTakesThePlaceOfItsOwn() throws Exception {
    List<String> options =
        started(Map.of(OPTIONS, "-Xmx1g -XX:+UseParallelGC -XX:TieredStopAtLevel=4"), "status");

    assertThat(options.stream().filter(option -> option.endsWith("GC")))
        .containsExactly("-XX:+UseParallelGC");
    assertThat(options)
        .containsSubsequence("-XX:TieredStopAtLevel=1", "-XX:TieredStopAtLevel=4", "status");
  }

  @Test
  void moreMemoryLeavesTheCollector() throws Exception {
    assertThat(started(Map.of(OPTIONS, "-Xmx1g"), "status")).contains("-Xmx1g", "-XX:+UseSerialGC");
  }

  @Test
  void startsWithWhatSuitsRunsOfMinutesWhenAsked() throws Exception {
    assertThat(started(Map.of("BANGFU_LARGE", "1", OPTIONS, "-Xmx1g"), "run"))
        .contains("-XX:+UseParallelGC", "-XX:FreqInlineSize=80", "-XX:+AlwaysPreTouch", "-Xmx1g")
        .doesNotContain("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    assertThat(started(Map.of("BANGFU_LARGE", "0"), "run")).contains("-XX:TieredStopAtLevel=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void javaHasNothingToSayAboutTheOptions(String large) throws Exception {
    List<String> options = started(Map.of("BANGFU_LARGE", large), "run");
    ProcessBuilder java =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.command().addAll(options.subList(0, options.indexOf("-jar")));
    java.command().add("--version");
    Process started = java.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();

    assertThat(new String(started.getErrorStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(started.waitFor()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:StartFlightRecording=filename=r.jfr", "-javaagent:watch.jar"})
  void whoeverWatchesGetsClassesOfNoArchive(String option) throws Exception {
    assertThat(started(Map.of(OPTIONS, option), "run"))
        .contains("-Xshare:off", option)
        .noneMatch(other -> other.contains("SharedArchiveFile") || other.contains("AOTCache"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xshare:auto", "-XX:AOTCache=own.aot", "-XX:AOTCacheOutput=own.aot"})
  void anArchiveOfTheUsersOwnIsTheOnlyOne(String own) throws Exception {
    Path built = builtWith(home);

    assertThat(started(built, Map.of("JAVA_HOME", "", OPTIONS, own), "run"))
        .contains(own)
        .noneMatch(option -> option.contains("bangfu.aot") || option.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"0, bangfu.aot", "1, bangfu-large.aot"})
  void theJavaThatMadeTheArchivesIsTaken(String large, String archive) throws Exception {
    Path built = builtWith(home);

    assertThat(started(built, Map.of("JAVA_HOME", "", "BANGFU_LARGE", large), "run"))
        .contains("-XX:AOTCache=" + built.resolveSibling(archive))
        .noneMatch(option -> option.contains("SharedArchiveFile"));
  }

  @Test
  void anotherJavaIsNotGivenAnArchiveItDoesNotKnow() throws Exception {
    Path built = builtWith(Path.of(System.getProperty("java.home")));

    assertThat(started(built, Map.of("BANGFU_LARGE", "1"), "run"))
        .noneMatch(option -> option.contains("AOT") || option.contains("aot"))
        .anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
  }

  @Test
  void aJavaThatIsGoneIsReplacedByThatOnThePath() throws Exception {
    Path built = builtWith(home.resolve("removed"));
    String path = home.resolve("bin") + ":" + System.getenv("PATH");

    assertThat(started(built, Map.of("JAVA_HOME", "", "PATH", path), "run"))
        .anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="))
        .endsWith("run");
  }

  @Test
  void aLinkLeadsToTheProgram() throws Exception {
    Path built = builtWith(home);
    Path link = Files.createSymbolicLink(home.resolve("linked"), built);

    assertThat(started(link, Map.of(), "run"))
        .containsSubsequence("-jar", built.resolveSibling("bangfu.jar").toString(), "run");
  }

  /** The script as the build leaves it, beside an archive of linked classes. */
  private Path builtWith(Path javaHome) throws IOException {
    Path folder = Files.createDirectories(home.resolve("target")).toRealPath();
    Files.writeString(folder.resolve("bangfu.aot"), "");
    String java = javaHome.resolve("bin/java").toString();
    return Files.writeString(
        folder.resolve("bangfu"), Files.readString(SCRIPT).replace("@launcher.java@", java));
  }

  private List<String> started(Map<String, String> environment, String... words) throws Exception {
    return started(SCRIPT, environment, words);
  }

  private List<String> started(Path script, Map<String, String> environment, String... words)
      throws Exception {
    ProcessBuilder process = new ProcessBuilder("sh", script.toAbsolutePath().toString());
    process.command().addAll(List.of(words));
    process.environment().put("JAVA_HOME", home.toString());
    process.environment().keySet().removeIf(name -> name.startsWith("BANGFU_"));
    process.environment().putAll(environment);
    Process started = process.redirectErrorStream(true).start();
    String said = new String(started.getInputStream().readAllBytes(), UTF_8);
    assertThat(started.waitFor()).as(said).isZero();
    return said.lines().toList();
  }
}
