package bangfu.bench;

import bangfu.batch.Progress;
import java.util.Map;

/** Prints each step when it ends. */
final class Steps implements Progress {
  @Override
  public void at(Stage stage, long done) {
    // the steps are told when they end
  }

  @Override
  public void done(String step, long millis, Map<String, Long> counts) {
    System.out.printf("  %-10s %6.1f s  %s%n", step, millis / 1e3, counts);
  }
}
