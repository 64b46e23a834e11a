package bangfu.cli;

import bangfu.batch.AnswerDesk;
import bangfu.batch.AnswerDesk.Remedied;
import bangfu.batch.PaymentDesk;
import bangfu.database.Database;
import bangfu.payment.answer.ReturnedRows.Fate;
import bangfu.payment.profile.BankProfile;
import bangfu.table.Yuan;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prepares payments that the bank gave back once more. */
@Command(name = "reissue")
final class BankReissueCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Mixin private DecisionOptions decision;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      converter = MonthConverter.class,
      descriptionKey = "bank.reissue-month")
  private YearMonth month;

  @Option(names = "--detail", paramLabel = "NO", arity = "1..*", descriptionKey = "bank.detail")
  private List<String> details = new ArrayList<>();

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      defaultValue = BankProfile.DEFAULT,
      descriptionKey = "run.profile")
  private String profile;

  BankReissueCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PaymentDesk.Decision deciding = decision.decision(terminal);
    BankProfile bank = BankProfile.named(profile);
    try (Database opened = database.open(terminal)) {
      Remedied done =
          new AnswerDesk(opened, Clock.systemUTC()).reissue(month, details, bank, deciding);
      done.fates().forEach(fate -> terminal.out().println(text(fate)));
      terminal.progress(
          done.open() ? "bank.reissued" : "bank.reissued-later", done.month().toString());
      return ExitCodes.DONE;
    }
  }

  private String text(Fate fate) {
    String amount = Yuan.format(fate.amountFen());
    if (fate.nextNo() != null) {
      return terminal.text("bank.fate-next", fate.detailNo(), amount, fate.nextNo());
    }
    return fate.held() == null
        ? terminal.text("bank.fate-open", fate.detailNo(), amount)
        : terminal.text(
            "bank.fate-held",
            fate.detailNo(),
            amount,
            fate.household(),
            terminal.text("hold." + fate.held()),
            fate.held());
  }
}
