package bangfu.fuzz;

import bangfu.fuzz.FuzzInput.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A run of Jazzer in a JVM of its own, whose heap bounds what a reader may take: coverage-guided,
 * from a fixed seed. The input of a finding stays in {@code target/fuzz}.
 *
 * @param exitCode 0 when the time passed without a finding, 77 after one
 * @param log all that Jazzer said
 */
record FuzzRun(int exitCode, String log) {
  private static final int SEED = 20170310;
  private static final int MAX_INPUT_BYTES = 6144;

  /**
   * The heap is bounded by the JVM. Jazzer's own limit is on the peak of the process, which begins
   * at that of the JVM that starts it.
   */
  private static final String NO_LIMIT_OF_ITS_OWN = "-rss_limit_mb=0";

  private static final int SECONDS_PER_INPUT = 20;
  private static final Path FINDINGS = Path.of("target", "fuzz").toAbsolutePath();
  private static final Pattern PROGRESS =
      Pattern.compile("#(\\d+)\\s+(INITED|DONE) +cov: (\\d+).*exec/s: (\\d+)");

  /**
   * Fuzzes a target for at most so many seconds, or until the first finding, from seeds of these
   * forms.
   */
  static FuzzRun of(Class<?> target, int seconds, Path folder, Set<Form> forms)
      throws IOException, InterruptedException {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path seeds = folder.resolve("seeds");
    new FuzzSeeds(seeds, forms).write();
    Path tokens = folder.resolve("tokens.dict");
    try (var resource = FuzzRun.class.getResourceAsStream("tokens.dict")) {
      Files.write(tokens, resource.readAllBytes());
    }
    Path findings = Files.createDirectories(FINDINGS.resolve(target.getSimpleName()));
    Path log = folder.resolve("log.txt");
    List<String> command = new ArrayList<>(java(folder));
    command.addAll(
        List.of(
            "--target_class=" + target.getName(),
            "--instrumentation_includes=bangfu.intake.**:bangfu.table.**:" + target.getName(),
            "--mutator_framework=false",
            "--reproducer_path=" + findings,
            "-artifact_prefix=" + findings + "/",
            "-dict=" + tokens,
            "-seed=" + SEED,
            "-max_len=" + MAX_INPUT_BYTES,
            "-len_control=0",
            "-keep_seed=1",
            NO_LIMIT_OF_ITS_OWN,
            "-timeout=" + SECONDS_PER_INPUT,
            "-max_total_time=" + seconds,
            "-print_final_stats=1",
            corpus.toString(),
            seeds.toString()));
    Process jazzer =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int exitCode = jazzer.waitFor();
    return new FuzzRun(exitCode, Files.readString(log));
  }

  private static List<String> java(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dfile.encoding=UTF-8",
        "-Djava.io.tmpdir=" + folder,
        "-cp",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer");
  }

  /** Executions and branches reached, after the seeds and at the end. */
  List<Progress> progress() {
    return PROGRESS.matcher(log).results().map(Progress::of).toList();
  }

  /**
   * A line of Jazzer's log.
   *
   * @param stage {@code INITED} after the seeds, {@code DONE} at the end
   * @param branches of the readers that some input reached, as edges of their control flow
   */
  record Progress(String stage, long executions, long branches, long executionsPerSecond) {
    private static Progress of(MatchResult match) {
      return new Progress(
          match.group(2),
          Long.parseLong(match.group(1)),
          Long.parseLong(match.group(3)),
          Long.parseLong(match.group(4)));
    }
  }
}
