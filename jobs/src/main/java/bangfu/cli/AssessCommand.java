package bangfu.cli;

import bangfu.batch.MonthRequest;
import bangfu.batch.MonthResult;
import bangfu.batch.MonthlyJob;
import bangfu.database.Database;
import bangfu.report.LedgerTotals;
import bangfu.rules.Policy;
import bangfu.table.Yuan;
import java.time.Clock;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A dry run of a month. */
@Command(name = "assess")
final class AssessCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      required = true,
      converter = MonthConverter.class,
      descriptionKey = "assess.month")
  private YearMonth month;

  AssessCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Policy policy = new Policy();
    Checks.month(month, policy, terminal);
    try (Database opened = database.open(terminal)) {
      MonthlyJob job =
          new MonthlyJob(opened, policy, new ProgressLines(terminal), Clock.systemUTC());
      MonthResult result = job.run(dryRun());
      terminal.out().println(terminal.text("assess.head", month.toString()));
      LedgerTotals.staged(opened.dataSource())
          .byClause()
          .forEach(
              (clause, sum) ->
                  terminal
                      .out()
                      .println(
                          terminal.text(
                              "assess.line",
                              clause,
                              sum.lines(),
                              Yuan.format(sum.fen()),
                              policy.title(clause))));
      terminal
          .out()
          .println(terminal.text("assess.total", result.lines(), Yuan.format(result.amountFen())));
      return result.defects() ? ExitCodes.DONE_WITH_DEFECTS : ExitCodes.DONE;
    }
  }

  private MonthRequest dryRun() {
    return new MonthRequest(
        null,
        month,
        null,
        MonthRequest.DEFAULT_PAGE_UNITS,
        MonthRequest.DEFAULT_PARTITIONS,
        Version.text());
  }
}
