package bangfu.cli;

import bangfu.batch.MonthRequest;
import bangfu.batch.MonthResult;
import bangfu.batch.MonthlyJob;
import bangfu.database.Database;
import bangfu.intake.Sha256;
import bangfu.payment.Balance;
import bangfu.payment.profile.BankProfile;
import bangfu.rules.Policy;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The monthly job. */
@Command
final class RunCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Mixin private PolicyOption chosen;

  @Option(names = "--extracts", paramLabel = "DIR", descriptionKey = "run.extracts")
  private Path extracts;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      required = true,
      converter = MonthConverter.class,
      descriptionKey = "run.month")
  private YearMonth month;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", descriptionKey = "run.out")
  private Path out;

  @Option(names = "--accept-shrink", descriptionKey = "import.accept-shrink")
  private boolean acceptShrink;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      defaultValue = BankProfile.DEFAULT,
      descriptionKey = "run.profile")
  private String profile;

  @Option(names = "--as", paramLabel = "WHO", defaultValue = "", descriptionKey = "run.as")
  private String as;

  @Option(
      names = "--page",
      paramLabel = "N",
      defaultValue = "" + MonthRequest.DEFAULT_PAGE_UNITS,
      descriptionKey = "run.page")
  private int page;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "" + MonthRequest.DEFAULT_PARTITIONS,
      descriptionKey = "run.partitions")
  private int partitions;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Checks.month(month, chosen.pack(), terminal);
    Checks.folder(extracts, terminal);
    BankProfile bank = BankProfile.named(profile);
    Checks.between("--page", 1, MonthRequest.MAX_PAGE_UNITS, page, terminal);
    Checks.between("--partitions", 1, MonthRequest.MAX_PARTITIONS, partitions, terminal);
    chosen.begin();
    Sha256.expect(extracts);
    try (Database opened = database.open(terminal)) {
      Policy policy = chosen.policy(opened, month);
      MonthlyJob job =
          new MonthlyJob(opened, policy, new ProgressLines(terminal), Clock.systemUTC());
      MonthResult result =
          job.run(
              new MonthRequest(
                  extracts, month, out, page, partitions, acceptShrink, bank, as, Version.text()));
      report(result);
      return result.defects() ? ExitCodes.DONE_WITH_DEFECTS : ExitCodes.DONE;
    }
  }

  private void report(MonthResult result) {
    DeliveryLines.report(result.delivery(), terminal);
    if (result.laterMonth() != null) {
      boolean closed = result.laterMonth().equals(month);
      terminal.progress(
          closed ? "run.closed-month" : "run.earlier-month", month, result.laterMonth());
    }
    Balance sums = result.balance();
    terminal.progress(
        "run.done",
        month.toString(),
        result.lines(),
        Yuan.format(result.amountFen()),
        result.bankRows(),
        result.folder());
    terminal.progress(
        sums.setOffFen() == 0 ? "run.identity" : "run.identity.set-off",
        Yuan.format(sums.ledgerFen()),
        Yuan.format(sums.bankFen()),
        Yuan.format(sums.settlementFen()),
        Yuan.format(sums.heldFen()),
        Yuan.format(sums.recoveriesFen()),
        Yuan.format(sums.setOffFen()));
    if (result.defects()) {
      terminal.say(terminal.text("run.defects"));
    }
  }
}
