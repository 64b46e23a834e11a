package bangfu.cli;

import bangfu.batch.Progress;
import bangfu.database.Database;
import bangfu.ledger.PostedMonths;
import bangfu.policy.PolicyInForce;
import bangfu.rules.Parameter;
import bangfu.rules.ParameterValue;
import bangfu.rules.Policy;
import bangfu.rules.PolicyPack;
import bangfu.simulate.Question;
import bangfu.simulate.Simulation;
import bangfu.simulate.SimulationTotals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What another policy would cost, tried on the register; nothing is posted. */
@Command
final class SimulateCommand extends CommonOptions implements Callable<Integer> {
  private static final int FEN = 100;
  private static final int MOST_STEP = 100_000;

  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Option(names = "--policy", paramLabel = "DIR", descriptionKey = "simulate.policy")
  private Path folder;

  @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "simulate.set")
  private List<String> sets = new ArrayList<>();

  @Option(names = "--from", paramLabel = "DATE", descriptionKey = "simulate.from")
  private String from;

  @Option(names = "--assume-filing", descriptionKey = "simulate.assume-filing")
  private boolean assumeFiling;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      converter = MonthConverter.class,
      descriptionKey = "simulate.month")
  private YearMonth month;

  @Option(
      names = "--step",
      paramLabel = "YUAN",
      defaultValue = "1",
      descriptionKey = "simulate.step")
  private int step;

  @Option(names = "--csv", paramLabel = "DIR", descriptionKey = "simulate.csv")
  private Path csv;

  @Option(names = "--xlsx", paramLabel = "FILE", descriptionKey = "simulate.xlsx")
  private Path xlsx;

  SimulateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (folder == null && sets.isEmpty()) {
      throw new UsageException(terminal.text("usage.simulate-what"));
    }
    Checks.between("--step", 1, MOST_STEP, step, terminal);
    LocalDate first = from();
    try (Database opened = database.openExisting(terminal)) {
      YearMonth last = month != null ? month : new PostedMonths(opened.dataSource()).last();
      if (last == null) {
        throw new UsageException(terminal.text("usage.explain-month"));
      }
      PolicyPack inForce = new PolicyInForce(opened.dataSource()).of(last);
      Policy today = new Policy(inForce);
      Checks.month(last, inForce, terminal);
      PolicyPack tried = tried(inForce, first);
      LocalDate filingDay = first != null ? first : firstChange(inForce, tried, today);
      Question question =
          new Question(today, new Policy(tried), last, filingDay, assumeFiling, (long) step * FEN);
      show(opened, question);
      return ExitCodes.DONE;
    }
  }

  private void show(Database opened, Question question) throws IOException {
    SimulationView view = new SimulationView(terminal, question);
    view.head(String.join(" ", sets), folder);
    ProgressLines progress = new ProgressLines(terminal);
    Simulation simulation =
        new Simulation(opened, question, units -> progress.at(Progress.Stage.ASSESS, units));
    try (SimulationFiles files = new SimulationFiles(terminal, csv, xlsx)) {
      SimulationTotals totals =
          simulation.run(
              files::add,
              edge -> {
                files.add(edge);
                view.add(edge);
              });
      files.costs(totals.costs(), question.tried());
      files.keep();
      view.print(totals);
    }
    if (csv != null) {
      view.say("explain.written", csv);
    }
    if (xlsx != null) {
      view.say("explain.written", xlsx);
    }
  }

  private LocalDate from() {
    try {
      return from == null ? null : LocalDate.parse(from);
    } catch (DateTimeException e) {
      throw new UsageException(terminal.text("usage.simulate-from", from));
    }
  }

  private PolicyPack tried(PolicyPack inForce, LocalDate first) {
    PolicyPack tried = folder == null ? inForce : PolicyPack.read(folder);
    for (String set : sets) {
      int equals = set.indexOf('=');
      if (equals < 1) {
        throw new UsageException(terminal.text("usage.simulate-set", set));
      }
      String name = set.substring(0, equals).strip();
      boolean known = tried.parameters().containsKey(name);
      tried =
          tried.set(
              known ? name : name.replace('.', '-'), set.substring(equals + 1).strip(), first);
    }
    return tried;
  }

  /** The first day of a value that only one of the two has, inside the plan; else the plan's. */
  private static LocalDate firstChange(PolicyPack one, PolicyPack other, Policy today) {
    LocalDate first = null;
    for (Parameter parameter : other.parameters().values()) {
      Parameter before = one.parameters().get(parameter.name());
      for (ParameterValue value : parameter.values()) {
        boolean same =
            before != null
                && before.values().stream()
                    .anyMatch(
                        v -> v.value().equals(value.value()) && v.from().equals(value.from()));
        if (!same && (first == null || value.from().isBefore(first))) {
          first = value.from();
        }
      }
    }
    return first == null || first.isBefore(today.firstDay()) ? today.firstDay() : first;
  }
}
