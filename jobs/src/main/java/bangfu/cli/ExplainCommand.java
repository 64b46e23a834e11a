package bangfu.cli;

import bangfu.batch.Explaining;
import bangfu.batch.RunState;
import bangfu.database.Database;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.ledger.LineNumber;
import bangfu.ledger.PostedMonths;
import bangfu.payment.ReducedPayment;
import bangfu.rules.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Why each sum is what it is, and why the others are nothing. */
@Command
final class ExplainCommand extends CommonOptions implements Callable<Integer> {
  private static final Pattern LINE_NUMBER = Pattern.compile("\\d{6}-\\d{7}");

  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Mixin private PolicyOption chosen;

  @ArgGroup private Which which = new Which();

  /** What is asked about. */
  static final class Which {
    @Option(names = "--household", paramLabel = "NO", descriptionKey = "explain.household")
    private String household;

    @Option(names = "--line", paramLabel = "NO", descriptionKey = "explain.line-no")
    private String line;

    @Option(names = "--bank", paramLabel = "NO", descriptionKey = "explain.bank")
    private String bank;

    @Option(names = "--all", descriptionKey = "explain.all")
    private boolean all;

    private boolean isOneHousehold() {
      return household != null || line != null || bank != null;
    }
  }

  @Option(names = "--person", paramLabel = "ID", descriptionKey = "explain.person")
  private String person;

  @Option(names = "--clause", paramLabel = "ID", descriptionKey = "explain.clause")
  private String clause;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      converter = MonthConverter.class,
      descriptionKey = "explain.month")
  private YearMonth month;

  @Option(names = "--json", descriptionKey = "explain.json")
  private boolean json;

  @Option(names = "--html", paramLabel = "FILE", descriptionKey = "explain.html")
  private Path html;

  @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "explain.csv")
  private Path csv;

  @Option(names = "--unmasked", descriptionKey = "explain.unmasked")
  private boolean unmasked;

  private List<ReducedPayment> reduced;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    checkWhich();
    try (Database opened = database.openExisting(terminal)) {
      JdbcTemplate jdbc = new JdbcTemplate(opened.dataSource());
      YearMonth through = through(opened);
      Policy policy = chosen.policy(opened, through);
      checkClause(policy);
      if (!which.isOneHousehold()) {
        everybody(opened, policy, through);
        return ExitCodes.DONE;
      }
      Set<String> lines = lines(jdbc);
      String household = lines == null ? number(which.household) : householdOf(lines, jdbc);
      Explaining.Answer answer = new Explaining(opened, policy).of(household, through);
      reduced = reduced(household, lines, opened);
      if (answer == null) {
        terminal.say(terminal.text("explain.unknown", household));
        return ExitCodes.FAILED;
      }
      ExplainSelection asked =
          new ExplainSelection(household, person == null ? null : number(person), clause, lines);
      show(asked, answer, policy, through);
      return ExitCodes.DONE;
    }
  }

  private void show(
      ExplainSelection asked, Explaining.Answer answer, Policy policy, YearMonth through) {
    List<ExplainItem> items = asked.of(answer, policy);
    List<String> notConcerned = asked.notConcerned(answer, policy);
    if (json) {
      terminal
          .out()
          .println(
              new ExplainJson(policy, unmasked)
                  .text(
                      asked.household(),
                      through.toString(),
                      items,
                      notConcerned,
                      missingTables(answer, policy),
                      reduced));
      return;
    }
    if (html != null) {
      letter(asked, answer, policy, through, items);
      return;
    }
    ExplainText text = new ExplainText(terminal, policy, unmasked);
    text.print(terminal.text("explain.head", asked.household(), through.atEndOfMonth().toString()));
    text.print(items);
    if (items.isEmpty()) {
      text.print(terminal.text("explain.nothing"));
    }
    new SetOffText(terminal).print(reduced, text::print);
    if (asked.person() == null && asked.clause() == null && asked.lines() == null) {
      text.print("");
      text.print(terminal.text("explain.not-concerned", String.join(" ", notConcerned)));
    }
    missingTables(answer, policy)
        .forEach(
            table ->
                text.print(
                    terminal.text(
                        "explain.undecided",
                        String.join(" ", RunState.clausesRestingOn(table, policy)),
                        table.title(),
                        table.name(),
                        table.department())));
  }

  /** Of the household's payments that are asked about: those of which a part pays recoveries. */
  private List<ReducedPayment> reduced(String household, Set<String> lines, Database opened) {
    if (person != null || clause != null) {
      return List.of();
    }
    return ReducedPayment.of(household, opened.dataSource()).stream()
        .filter(payment -> lines == null || payment.lines().stream().anyMatch(lines::contains))
        .filter(payment -> which.bank == null || payment.detailNo().equals(number(which.bank)))
        .toList();
  }

  /** The tables that were never delivered and that clauses rest on. */
  private static List<Table> missingTables(Explaining.Answer answer, Policy policy) {
    return Tables.standard().all().stream()
        .filter(table -> answer.missingTables().contains(table.name()))
        .filter(table -> !RunState.clausesRestingOn(table, policy).isEmpty())
        .toList();
  }

  private void letter(
      ExplainSelection asked,
      Explaining.Answer answer,
      Policy policy,
      YearMonth through,
      List<ExplainItem> items) {
    String page =
        new ExplainLetter(
                terminal, policy, unmasked, answer, asked.household(), through.atEndOfMonth())
            .page(items, reduced);
    try {
      Files.writeString(html, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    terminal.progress("explain.written", html);
  }

  private static String number(String typed) {
    return typed.strip().toUpperCase(Locale.ROOT);
  }

  private void checkClause(Policy policy) {
    if (clause != null && !policy.clauses().containsKey(clause)) {
      throw new UsageException(terminal.text("usage.clause", clause));
    }
  }

  private void checkWhich() {
    boolean everybody = !which.isOneHousehold();
    if (everybody && !which.all && clause == null) {
      throw new UsageException(terminal.text("usage.explain-which"));
    }
    if (which.all && csv == null) {
      throw new UsageException(terminal.text("usage.explain-csv"));
    }
    if (everybody && (person != null || json || html != null)) {
      throw new UsageException(terminal.text("usage.explain-one"));
    }
    if (!everybody && csv != null) {
      throw new UsageException(terminal.text("usage.explain-all"));
    }
  }

  private void everybody(Database opened, Policy policy, YearMonth through) {
    terminal.out().println(terminal.text("answer.head", through.atEndOfMonth().toString()));
    ExplainAll all = new ExplainAll(terminal, opened, policy, through, clause, unmasked);
    if (csv == null) {
      all.list();
    } else {
      all.write(csv);
    }
  }

  private YearMonth through(Database opened) {
    YearMonth last = month != null ? month : new PostedMonths(opened.dataSource()).last();
    if (last == null) {
      throw new UsageException(terminal.text("usage.explain-month"));
    }
    Checks.month(last, chosen.pack(), terminal);
    return last;
  }

  /** The ledger lines asked about; null when a household is. */
  private Set<String> lines(JdbcTemplate jdbc) {
    if (which.line != null) {
      if (!LINE_NUMBER.matcher(which.line).matches()) {
        throw new UsageException(terminal.text("usage.line-no", which.line));
      }
      return Set.of(which.line);
    }
    if (which.bank != null) {
      Set<String> lines = new HashSet<>();
      jdbc.queryForList(
              "select line_no from bank_line where detail_no = ?", Long.class, number(which.bank))
          .forEach(number -> lines.add(LineNumber.text(number)));
      if (lines.isEmpty()) {
        throw new UsageException(terminal.text("usage.detail-no", which.bank));
      }
      return lines;
    }
    return null;
  }

  private String householdOf(Set<String> lines, JdbcTemplate jdbc) {
    String line = lines.iterator().next();
    return jdbc
        .queryForList(
            "select household_no from ledger_line where line_no = ?",
            String.class,
            LineNumber.parse(line))
        .stream()
        .findFirst()
        .orElseThrow(() -> new UsageException(terminal.text("usage.no-line", line)));
  }
}
