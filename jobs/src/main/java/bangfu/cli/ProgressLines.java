package bangfu.cli;

import bangfu.batch.Progress;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a job's progress on stderr: each stage at its beginning, long ones now and then. */
final class ProgressLines implements Progress {
  private static final long EVERY_ROWS = 200_000;
  private static final long EVERY_UNITS = 20_000;

  private final Terminal terminal;
  private Stage stage;
  private long told;

  ProgressLines(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void done(String step, long millis, Map<String, Long> counts) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("step", step);
    fields.put("millis", millis);
    fields.putAll(counts);
    terminal.log("step", fields);
  }

  @Override
  public synchronized void at(Stage now, long done) {
    if (now != stage || done - told >= (now == Stage.IMPORT ? EVERY_ROWS : EVERY_UNITS)) {
      stage = now;
      told = done;
      terminal.progress("progress." + now.name(), done);
    }
  }
}
