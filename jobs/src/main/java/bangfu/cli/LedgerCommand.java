package bangfu.cli;

import bangfu.database.Database;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One household's whole ledger. */
@Command
final class LedgerCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Option(
      names = "--household",
      paramLabel = "NO",
      required = true,
      descriptionKey = "ledger.household")
  private String household;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      converter = MonthConverter.class,
      descriptionKey = "ledger.month")
  private YearMonth month;

  @Option(names = "--csv", descriptionKey = "ledger.csv")
  private boolean csv;

  LedgerCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Database opened = database.openExisting(terminal)) {
      return new LedgerView(opened, terminal).show(household, month, csv);
    }
  }
}
