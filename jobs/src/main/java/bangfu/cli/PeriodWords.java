package bangfu.cli;

import bangfu.engine.fold.Explanation;
import java.time.LocalDate;

/** 归属期间 in words. */
final class PeriodWords {
  private final Terminal terminal;

  PeriodWords(Terminal terminal) {
    this.terminal = terminal;
  }

  String of(Explanation why) {
    String id = why.period().id();
    if (id.isEmpty()) {
      return LocalDate.ofEpochDay(why.period().firstDay()).toString();
    }
    if (id.startsWith("AY")) {
      int year = Integer.parseInt(id.substring(2));
      return terminal.text(
          "period.school-year", Integer.toString(year), "%02d".formatted((year + 1) % 100));
    }
    return switch (id.charAt(0)) {
      case 'M' ->
          terminal.text(
              "period.month", id.substring(1, 5), Integer.valueOf(id.substring(6)).toString());
      case 'Y' -> terminal.text("period.year", id.substring(1));
      case 'O' -> terminal.text("period.once");
      default -> terminal.text("period.item", id.substring("ITEM:".length()));
    };
  }
}
