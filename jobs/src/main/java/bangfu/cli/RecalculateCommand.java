package bangfu.cli;

import bangfu.batch.Correction;
import bangfu.batch.MonthRequest;
import bangfu.batch.MonthResult;
import bangfu.batch.MonthlyJob;
import bangfu.batch.Progress;
import bangfu.batch.Scope;
import bangfu.database.Database;
import bangfu.intake.Tables;
import bangfu.payment.profile.BankProfile;
import bangfu.policy.PolicyInForce;
import bangfu.recalculate.Question;
import bangfu.recalculate.Recalculation;
import bangfu.recalculate.Totals;
import bangfu.register.Register;
import bangfu.rules.Policy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Decides every month again and compares with the ledger; posts the difference on demand. */
@Command
final class RecalculateCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Mixin private PolicyOption chosen;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Whose whose;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      converter = MonthConverter.class,
      descriptionKey = "recalculate.month")
  private YearMonth month;

  @Option(
      names = "--as-known-on",
      paramLabel = "DELIVERY|DATE",
      descriptionKey = "recalculate.as-known-on")
  private String asKnownOn;

  @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "recalculate.csv")
  private Path csv;

  @Option(names = "--post", descriptionKey = "recalculate.post")
  private boolean post;

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "recalculate.reason")
  private String reason = "";

  @Option(names = "--as", paramLabel = "WHO", descriptionKey = "recalculate.as")
  private String operator = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      descriptionKey = "recalculate.out")
  private Path out;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      defaultValue = BankProfile.DEFAULT,
      descriptionKey = "run.profile")
  private String profile;

  RecalculateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** One of three. */
  private static final class Whose {
    @Option(
        names = "--household",
        paramLabel = "NO",
        arity = "1..*",
        split = ",",
        descriptionKey = "recalculate.household")
    private List<String> households = List.of();

    @Option(
        names = "--town",
        paramLabel = "CODE",
        arity = "1..*",
        split = ",",
        descriptionKey = "recalculate.town")
    private List<String> towns = List.of();

    @Option(names = "--all", descriptionKey = "recalculate.all")
    private boolean all;

    private Scope scope() {
      return all ? Scope.ALL : new Scope(Set.copyOf(households), Set.copyOf(towns));
    }
  }

  @Override
  public Integer call() {
    RecalculationChecks checks = new RecalculationChecks(terminal);
    checks.towns(whose.towns);
    checks.posting(post, reason, operator, asKnownOn);
    BankProfile bank = post ? BankProfile.named(profile) : null;
    if (month != null) {
      Checks.month(month, chosen.pack(), terminal);
    }
    try (Database opened = database.openExisting(terminal)) {
      YearMonth last = checks.lastMonth(opened);
      YearMonth through = month == null ? last : month;
      Policy policy = chosen.policy(opened, through);
      if (post) {
        checks.open(through, last, opened);
        new PolicyInForce(opened.dataSource()).require(policy.pack(), through);
      }
      Register register = new Register(opened.dataSource(), Tables.standard());
      Question question = new Question(through, delivery(opened, register), whose.scope());
      checks.say(question, last, month == null, register);
      show(question, policy, opened);
      return post ? post(through, bank, policy, opened) : ExitCodes.DONE;
    }
  }

  private int delivery(Database opened, Register register) {
    int chosen = KnownOn.of(asKnownOn, opened, terminal).delivery();
    return chosen == 0 ? register.newestDelivery() : chosen;
  }

  private void show(Question question, Policy policy, Database opened) {
    RecalculationView view = new RecalculationView(terminal);
    boolean few = !question.scope().households().isEmpty();
    ProgressLines progress = new ProgressLines(terminal);
    Recalculation recalculation =
        new Recalculation(
            opened,
            policy,
            question,
            units -> {
              if (!few) {
                progress.at(Progress.Stage.ASSESS, units);
              }
            });
    Totals totals = csv == null ? recalculation.run(view::add) : written(recalculation, view);
    new RecalculationChecks(terminal).known(question.scope().households(), totals.households());
    view.print(totals);
    if (!post && totals.differences() > 0 && asKnownOn == null) {
      terminal.out().println(terminal.text("recalculate.not-posted"));
    }
  }

  private Totals written(Recalculation recalculation, RecalculationView view) {
    try (DifferenceFile file = new DifferenceFile(csv)) {
      Totals totals =
          recalculation.run(
              difference -> {
                file.add(difference);
                view.add(difference);
              });
      file.keep();
      return totals;
    }
  }

  private int post(YearMonth chosen, BankProfile bank, Policy policy, Database opened) {
    Correction correction = new Correction(whose.scope(), reason.strip(), operator.strip());
    MonthRequest request =
        new MonthRequest(
            null,
            chosen,
            out,
            MonthRequest.DEFAULT_PAGE_UNITS,
            MonthRequest.DEFAULT_PARTITIONS,
            false,
            bank,
            operator.strip(),
            Version.text());
    MonthResult result =
        new MonthlyJob(opened, policy, new ProgressLines(terminal), Clock.systemUTC())
            .run(request.posting(correction));
    terminal
        .out()
        .println(
            terminal.text(
                "recalculate.posted", result.posted(), chosen.toString(), result.folder()));
    if (result.defects()) {
      terminal.say(terminal.text("run.defects"));
    }
    return result.defects() ? ExitCodes.DONE_WITH_DEFECTS : ExitCodes.DONE;
  }
}
