package bangfu.cli;

import bangfu.batch.Verification;
import bangfu.database.Database;
import bangfu.payment.MoneyChecks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recomputes every invariant and names the first break of each. */
@Command(name = "verify")
final class VerifyCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", descriptionKey = "verify.out")
  private Path out;

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Database opened = database.openExisting(terminal)) {
      List<MoneyChecks.Result> results = new Verification(opened).of(out);
      List<String[]> rows = new ArrayList<>();
      rows.add(terminal.text("verify.columns").split("\\|", -1));
      results.forEach(result -> rows.add(row(result)));
      new ScreenTable(rows).print(line -> terminal.out().println(line));
      boolean broken = results.stream().anyMatch(result -> result.firstBreak() != null);
      terminal.say(terminal.text(broken ? "verify.broken" : "verify.holds"));
      return broken ? ExitCodes.FAILED : ExitCodes.DONE;
    }
  }

  private String[] row(MoneyChecks.Result result) {
    return new String[] {
      terminal.text(result.firstBreak() == null ? "verify.ok" : "verify.break"),
      Long.toString(result.looked()),
      terminal.text("verify." + result.name()),
      result.firstBreak() == null ? "" : result.firstBreak()
    };
  }
}
