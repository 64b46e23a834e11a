package bangfu.cli;

import bangfu.rules.PolicyPack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;

/** Options that make no sense are refused before anything is opened. */
final class Checks {
  private Checks() {}

  /** A month before the plan begins is wrong usage. */
  static void month(YearMonth month, PolicyPack policy, Terminal terminal) {
    YearMonth first = YearMonth.from(policy.firstDay());
    if (month.isBefore(first)) {
      throw new UsageException(terminal.text("usage.before-plan", first, month));
    }
  }

  /** A number outside its bounds, both included, is wrong usage. */
  static void between(String option, int least, int most, int given, Terminal terminal) {
    if (given < least || given > most) {
      throw new UsageException(terminal.text("usage.between", option, least, most, given));
    }
  }

  /** Extracts, when given, are a folder. */
  static void folder(Path extracts, Terminal terminal) {
    if (extracts != null && !Files.isDirectory(extracts)) {
      throw new UsageException(terminal.text("usage.folder", extracts));
    }
  }
}
