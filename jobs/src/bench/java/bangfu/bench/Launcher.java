package bangfu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program as its users start it, with a heap of 1 GiB.
 *
 * @param launcher the script
 * @param large with what suits runs of minutes
 */
record Launcher(Path launcher, boolean large) {
  /** Done, or done with rows for a clerk. */
  private static final List<Integer> DONE = List.of(0, 3);

  private static final Pattern HEAP_BEFORE = Pattern.compile(" (\\d+)M->");

  /**
   * A run that is over.
   *
   * @param millis from the first step, or from the beginning when the command has no steps, to the
   *     closed database, as the log has them
   * @param whole from command to exit
   * @param peakMiB the most that the heap held when it was collected
   */
  record Run(long millis, Duration whole, long peakMiB) {}

  /**
   * Runs a command on the delivery in {@code extracts} of a folder; what it writes goes to {@code
   * out} there.
   */
  Run onDelivery(Path folder, String url, String command, String option, String value)
      throws IOException, InterruptedException {
    String extracts = folder.resolve("extracts").toString();
    String out = folder.resolve("out").toString();
    return run(
        folder, command, option, value, "--extracts", extracts, "--out", out, "--db", url);
  }

  /**
   * Runs a command to its end and prints its steps.
   *
   * @param folder where its log is kept
   */
  Run run(Path folder, String... command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, command[0], ".log");
    Path heap = Files.createTempFile(folder, command[0], ".heap");
    ProcessBuilder program = new ProcessBuilder(launcher.toString());
    program.command().addAll(List.of(command));
    program.command().addAll(List.of("--quiet", "--log", log.toString()));
    String heapOptions = large ? "-Xms1g -Xmx1g" : "-Xmx1g";
    program.environment().put("BANGFU_JAVA_OPTS", heapOptions + " -Xlog:gc:" + heap);
    program.environment().put("BANGFU_LARGE", large ? "1" : "0");
    long begin = System.nanoTime();
    int exit = program.inheritIO().start().waitFor();
    Duration whole = Duration.ofNanos(System.nanoTime() - begin);
    if (!DONE.contains(exit)) {
      throw new IllegalStateException(command[0] + " ended with exit code " + exit);
    }
    return new Run(millis(log), whole, peakMiB(heap));
  }

  private static long millis(Path log) throws IOException {
    List<JsonNode> events =
        Files.readAllLines(log).stream().map(JsonMapper.shared()::readTree).toList();
    List<JsonNode> steps = events.stream().filter(event -> event.has("step")).toList();
    for (JsonNode step : steps) {
      System.out.printf("  %-10s %6.1f s%n", step.get("step").asString(), millis(step) / 1e3);
    }
    Instant begin =
        steps.isEmpty()
            ? at(events.get(0))
            : at(steps.get(0)).minusMillis(millis(steps.get(0)));
    return Duration.between(begin, at(events.get(events.size() - 1))).toMillis();
  }

  private static long millis(JsonNode event) {
    return event.get("millis").asLong();
  }

  private static Instant at(JsonNode event) {
    return Instant.parse(event.get("at").asString());
  }

  private static long peakMiB(Path heap) throws IOException {
    long peak = 0;
    for (String line : Files.readAllLines(heap)) {
      Matcher before = HEAP_BEFORE.matcher(line);
      if (before.find()) {
        peak = Math.max(peak, Long.parseLong(before.group(1)));
      }
    }
    return peak;
  }
}
