package bangfu.cli;

import bangfu.batch.PaymentDesk;
import bangfu.database.Database;
import bangfu.payment.PaymentBatch;
import java.time.Clock;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Approves what was prepared, as the second pair of eyes. */
@Command(name = "approve")
final class ApproveCommand extends CommonOptions implements Callable<Integer> {
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

  @Option(names = "--batch", paramLabel = "N", descriptionKey = "batch.number")
  private Integer batch;

  ApproveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PaymentDesk.Decision approval = decision.decision(terminal);
    try (Database opened = database.open(terminal)) {
      BatchView view = new BatchView(opened, terminal);
      for (PaymentBatch approved :
          new PaymentDesk(opened, Clock.systemUTC()).approve(month, batch, approval)) {
        view.show(approved);
        terminal.progress("batch.approved", approved.number(), approval.name());
      }
      return ExitCodes.DONE;
    }
  }
}
