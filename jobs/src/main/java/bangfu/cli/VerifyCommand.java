package bangfu.cli;

import bangfu.batch.Verification;
import bangfu.database.Database;
import bangfu.ledger.LineNumber;
import bangfu.ledger.Seal;
import bangfu.ledger.Seals;
import bangfu.payment.MoneyChecks;
import bangfu.report.Anchor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recomputes every invariant and names the first break of each. */
@Command
final class VerifyCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", descriptionKey = "verify.out")
  private Path out;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      converter = MonthConverter.class,
      descriptionKey = "verify.month")
  private YearMonth month;

  @Option(names = "--anchor", paramLabel = "FILE", arity = "1..*", descriptionKey = "verify.anchor")
  private List<Path> anchors = new ArrayList<>();

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    anchors.forEach(this::requireSeal);
    try (Database opened = database.openExisting(terminal)) {
      List<MoneyChecks.Result> results = new Verification(opened, month).of(out, anchors);
      List<String[]> rows = new ArrayList<>();
      rows.add(terminal.text("verify.columns").split("\\|", -1));
      results.forEach(result -> rows.add(row(result)));
      new ScreenTable(rows).print(line -> terminal.out().println(line));
      new Seals(opened.dataSource()).newest().ifPresent(this::show);
      boolean broken = results.stream().anyMatch(result -> result.firstBreak() != null);
      terminal.say(terminal.text(broken ? "verify.broken" : "verify.holds"));
      return broken ? ExitCodes.FAILED : ExitCodes.DONE;
    }
  }

  private void requireSeal(Path manifest) {
    try {
      if (Anchor.in(manifest).isPresent()) {
        return;
      }
    } catch (IOException e) {
      throw new UsageException(terminal.text("verify.anchor.unreadable", manifest));
    }
    throw new UsageException(terminal.text("verify.anchor.none", manifest));
  }

  private void show(Seal seal) {
    terminal
        .out()
        .println(
            terminal.text(
                "verify.seal",
                Integer.toString(seal.number()),
                LineNumber.text(seal.lastLineNo()),
                seal.hash()));
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
