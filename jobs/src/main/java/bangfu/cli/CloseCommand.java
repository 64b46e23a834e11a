package bangfu.cli;

import bangfu.batch.PaymentDesk;
import bangfu.database.Database;
import java.time.Clock;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Closes a month for good. */
@Command
final class CloseCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Mixin private DecisionOptions decision;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      required = true,
      converter = MonthConverter.class,
      descriptionKey = "batch.month")
  private YearMonth month;

  CloseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PaymentDesk.Decision closing = decision.decision(terminal);
    try (Database opened = database.open(terminal)) {
      new PaymentDesk(opened, Clock.systemUTC()).close(month, closing);
      terminal.progress("batch.closed", month.toString(), month.plusMonths(1).toString());
      return ExitCodes.DONE;
    }
  }
}
