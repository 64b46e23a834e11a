package bangfu.cli;

import bangfu.batch.PaymentDesk;
import bangfu.database.Database;
import bangfu.payment.PaymentBatch;
import bangfu.report.SentFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the files of an approved batch, which then counts as sent. */
@Command
final class SendCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Mixin private DecisionOptions decision;

  @Mixin private BatchOptions chosen;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", descriptionKey = "send.out")
  private Path out;

  SendCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PaymentDesk.Decision sending = decision.decision(terminal);
    try (Database opened = database.open(terminal)) {
      BatchView view = new BatchView(opened, terminal);
      for (PaymentBatch sent :
          new PaymentDesk(opened, Clock.systemUTC())
              .send(chosen.month, chosen.batch, out, sending)) {
        view.show(sent);
        terminal.progress("batch.sent", sent.number(), SentFolder.of(sent, out));
      }
      return ExitCodes.DONE;
    }
  }
}
