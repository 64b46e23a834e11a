package bangfu.cli;

import bangfu.batch.AnswerDesk;
import bangfu.batch.AnswerDesk.Remedied;
import bangfu.batch.PaymentDesk;
import bangfu.database.Database;
import bangfu.table.Yuan;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives up payments that the bank gave back. */
@Command(name = "write-off")
final class BankWriteOffCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Mixin private DecisionOptions decision;

  @Option(
      names = "--detail",
      paramLabel = "NO",
      required = true,
      arity = "1..*",
      descriptionKey = "bank.detail")
  private List<String> details;

  BankWriteOffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PaymentDesk.Decision deciding = decision.decision(terminal);
    try (Database opened = database.open(terminal)) {
      Remedied done = new AnswerDesk(opened, Clock.systemUTC()).writeOff(details, deciding);
      done.fates()
          .forEach(
              fate ->
                  terminal
                      .out()
                      .println(
                          terminal.text(
                              "bank.written-off",
                              fate.detailNo(),
                              Yuan.format(fate.amountFen()),
                              done.month().toString())));
      return ExitCodes.DONE;
    }
  }
}
