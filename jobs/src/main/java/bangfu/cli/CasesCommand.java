package bangfu.cli;

import bangfu.cases.BoundaryCases;
import bangfu.cases.CaseDifference;
import bangfu.cases.CaseExtracts;
import bangfu.cases.CaseFiles;
import bangfu.cases.CaseRunner;
import bangfu.cases.HouseholdCase;
import bangfu.cases.PolicyCase;
import bangfu.database.Database;
import bangfu.engine.fold.Explanation;
import bangfu.ledger.PostedMonths;
import bangfu.rules.Policy;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs policy cases, or writes their facts as deliveries. */
@Command
final class CasesCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private PolicyOption chosen;

  @Parameters(arity = "0..*", paramLabel = "PATH", descriptionKey = "cases.path")
  private List<Path> paths = List.of();

  @Mixin private DatabaseOption database;

  @Option(names = "--from-household", paramLabel = "NO", descriptionKey = "cases.from-household")
  private String household;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      converter = MonthConverter.class,
      descriptionKey = "cases.month")
  private YearMonth month;

  @Option(names = "--boundaries", descriptionKey = "cases.boundaries-only")
  private boolean boundariesOnly;

  @Option(names = "--as-extracts", paramLabel = "DIR", descriptionKey = "cases.as-extracts")
  private Path extracts;

  CasesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (household != null) {
      return fromHousehold();
    }
    if (boundariesOnly && !paths.isEmpty()) {
      throw new UsageException(terminal.text("usage.boundaries"));
    }
    Policy policy = new Policy(chosen.pack());
    List<PolicyCase> cases = paths.isEmpty() ? CaseFiles.of(policy.pack()) : CaseFiles.read(paths);
    List<PolicyCase> made =
        paths.isEmpty() ? BoundaryCases.of(policy.pack()).policyCases() : List.of();
    return extracts == null
        ? run(boundariesOnly ? List.of() : cases, made, policy)
        : write(boundariesOnly ? made : cases);
  }

  /** Runs the cases that somebody wrote, then those that templates made. */
  private int run(List<PolicyCase> cases, List<PolicyCase> made, Policy policy) {
    int failed = run(cases, policy);
    if (!made.isEmpty()) {
      terminal.out().println(terminal.text("cases.boundaries", made.size()));
      int wrong = run(made, policy);
      terminal.out().println(terminal.text("cases.boundaries-total", made.size() - wrong, wrong));
      failed += wrong;
    }
    terminal
        .out()
        .println(terminal.text("cases.total", cases.size() + made.size() - failed, failed));
    return failed == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  /** How many fail. */
  private int run(List<PolicyCase> cases, Policy policy) {
    CaseRunner runner = new CaseRunner(policy);
    int failed = 0;
    for (PolicyCase policyCase : cases) {
      List<CaseDifference> differences = runner.found(policyCase);
      failed += differences.isEmpty() ? 0 : 1;
      String key = differences.isEmpty() ? "cases.passed" : "cases.failed";
      terminal.out().println(terminal.text(key, policyCase.name()));
      if (!differences.isEmpty()) {
        terminal.out().println("  " + policyCase.file());
        explain(policyCase, differences, runner, policy);
      }
    }
    return failed;
  }

  /** Each difference, and below those about one subject and clause how it was decided. */
  private void explain(
      PolicyCase policyCase, List<CaseDifference> differences, CaseRunner runner, Policy policy) {
    ExplainText text = new ExplainText(terminal, policy, true);
    List<Explanation> told = new ArrayList<>();
    for (CaseDifference difference : differences) {
      terminal.out().println("    " + difference.text());
      List<ExplainItem> items =
          runner.why(policyCase, difference).stream()
              .filter(why -> why.verdict() != Explanation.Verdict.NOT_CONCERNED)
              .filter(why -> !told.contains(why))
              .map(why -> new ExplainItem(why, List.of(), ExplainItem.rates(why, policy)))
              .toList();
      items.forEach(item -> told.add(item.why()));
      text.print(items);
    }
  }

  private int fromHousehold() {
    if (!paths.isEmpty() || extracts != null) {
      throw new UsageException(terminal.text("usage.from-household"));
    }
    try (Database opened = database.openExisting(terminal)) {
      YearMonth last = month != null ? month : new PostedMonths(opened.dataSource()).last();
      if (last == null) {
        throw new UsageException(terminal.text("usage.explain-month"));
      }
      Checks.month(last, chosen.pack(), terminal);
      String number = household.strip().toUpperCase(Locale.ROOT);
      HouseholdCase.Written written =
          HouseholdCase.of(opened, chosen.policy(opened, last), number, last.atEndOfMonth());
      if (written == null) {
        terminal.say(terminal.text("explain.unknown", number));
        return ExitCodes.FAILED;
      }
      terminal.out().print(written.yaml());
      terminal.out().flush();
      if (!written.same()) {
        terminal.say(terminal.text("cases.not-same"));
      }
      return ExitCodes.DONE;
    }
  }

  private int write(List<PolicyCase> cases) {
    for (PolicyCase policyCase : cases) {
      CaseExtracts.write(policyCase, extracts.resolve(policyCase.id()));
    }
    terminal.progress("cases.written", cases.size(), extracts);
    return ExitCodes.DONE;
  }
}
