package bangfu.cli;

import bangfu.batch.PaymentDesk;
import bangfu.database.Database;
import bangfu.payment.PaymentBatch;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Approves what was prepared, as the second pair of eyes. */
@Command
final class ApproveCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Mixin private DecisionOptions decision;

  @Mixin private BatchOptions chosen;

  ApproveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PaymentDesk.Decision approval = decision.decision(terminal);
    try (Database opened = database.open(terminal)) {
      BatchView view = new BatchView(opened, terminal);
      for (PaymentBatch approved :
          new PaymentDesk(opened, Clock.systemUTC())
              .approve(chosen.month, chosen.batch, approval)) {
        view.show(approved);
        terminal.progress("batch.approved", approved.number(), approval.name());
      }
      return ExitCodes.DONE;
    }
  }
}
