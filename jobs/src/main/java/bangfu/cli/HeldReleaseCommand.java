package bangfu.cli;

import bangfu.batch.HoldDesk;
import bangfu.batch.PaymentDesk;
import bangfu.database.Database;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets money go to an account at which a second person looked. */
@Command(name = "release")
final class HeldReleaseCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Mixin private DecisionOptions decision;

  @Parameters(arity = "1..*", paramLabel = "NO", descriptionKey = "held.number")
  private List<Integer> numbers;

  HeldReleaseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PaymentDesk.Decision by = decision.decision(terminal);
    try (Database opened = database.openExisting(terminal)) {
      new HeldTable(new HoldDesk(opened, Clock.systemUTC()).release(numbers, by), false)
          .print(terminal);
      terminal.progress("held.released");
      return ExitCodes.DONE;
    }
  }
}
