package bangfu.cli;

import bangfu.database.Database;
import bangfu.payment.PaymentBatch;
import bangfu.payment.PaymentBatches;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how far the money of a month has come. */
@Command
final class BatchesCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      required = true,
      converter = MonthConverter.class,
      descriptionKey = "batch.month")
  private YearMonth month;

  BatchesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Database opened = database.open(terminal)) {
      List<PaymentBatch> batches = new PaymentBatches(opened.dataSource()).of(month);
      if (batches.isEmpty()) {
        terminal.say(terminal.text("error.batch.NONE", month.toString(), ""));
      }
      BatchView view = new BatchView(opened, terminal);
      batches.forEach(view::show);
      return ExitCodes.DONE;
    }
  }
}
