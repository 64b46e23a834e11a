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
@Command
final class AssessCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Mixin private PolicyOption chosen;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      required = true,
      converter = MonthConverter.class,
      descriptionKey = "assess.month")
  private YearMonth month;

  @Option(
      names = "--as-known-on",
      paramLabel = "DELIVERY|DATE",
      descriptionKey = "assess.as-known-on")
  private String asKnownOn;

  AssessCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Checks.month(month, chosen.pack(), terminal);
    try (Database opened = database.openExisting(terminal)) {
      Policy policy = chosen.policy(opened, month);
      MonthlyJob job =
          new MonthlyJob(opened, policy, new ProgressLines(terminal), Clock.systemUTC());
      KnownOn known = KnownOn.of(asKnownOn, opened, terminal);
      MonthResult result = job.run(MonthRequest.dryRun(month, known.delivery(), Version.text()));
      terminal.out().println(terminal.text("assess.head", month.toString()));
      if (asKnownOn != null) {
        terminal
            .out()
            .println(terminal.text("assess.known", known.delivery(), known.asOf().toString()));
      }
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
}
