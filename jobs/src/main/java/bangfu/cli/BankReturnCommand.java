package bangfu.cli;

import bangfu.batch.AnswerDesk;
import bangfu.batch.PaymentDesk;
import bangfu.database.Database;
import bangfu.payment.answer.AnswerResult;
import bangfu.payment.profile.BankProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a file in which the bank says what became of payments. */
@Command(name = "return")
final class BankReturnCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Mixin private DecisionOptions decision;

  @Parameters(paramLabel = "FILE", descriptionKey = "bank.file")
  private Path file;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      defaultValue = BankProfile.DEFAULT,
      descriptionKey = "bank.profile")
  private String profile;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      descriptionKey = "bank.return-out")
  private Path out;

  @Option(names = "--override", descriptionKey = "bank.override")
  private boolean override;

  BankReturnCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PaymentDesk.Decision receiving = decision.decision(terminal);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(terminal.text("usage.answer", file));
    }
    BankProfile bank = BankProfile.named(profile);
    try (Database opened = database.open(terminal)) {
      AnswerResult result =
          new AnswerDesk(opened, Clock.systemUTC()).receive(file, bank, out, receiving, override);
      new AnswerView(terminal).show(result, out);
      return result.rejections().isEmpty() ? ExitCodes.DONE : ExitCodes.DONE_WITH_DEFECTS;
    }
  }
}
