package bangfu.rules;

import bangfu.engine.claim.Claim;
import bangfu.engine.claim.Context;
import bangfu.engine.claim.Parameters;
import bangfu.engine.fact.Standards;
import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Assessment;
import bangfu.engine.fold.Explained;
import bangfu.engine.fold.Fold;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Timeline;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.kie.api.event.rule.AgendaEventListener;

/**
 * A policy pack as the engine applies it, by default 珠斗办字〔2017〕6号. Immutable, and safe for use by
 * several threads.
 */
public final class Policy {
  private final PolicyPack pack;
  private final CompletableFuture<RuleBase> rules;
  private final Parameters parameters;
  private final DaySet planDays;

  /** The policy of the program. */
  public Policy() {
    this(PolicyPack.builtIn());
  }

  /**
   * The policy that a pack says.
   *
   * @throws PackException when its rules do not compile
   */
  public Policy(PolicyPack pack) {
    this(pack, CompletableFuture.completedFuture(new RuleBase(pack)));
  }

  private Policy(PolicyPack pack, CompletableFuture<RuleBase> rules) {
    this.pack = pack;
    this.rules = rules;
    Map<String, Timeline<Long>> values = new LinkedHashMap<>();
    pack.parameters().forEach((name, parameter) -> values.put(name, parameter.timeline()));
    this.parameters = new Parameters(values);
    this.planDays = pack.planDays();
  }

  /**
   * As {@link #Policy(PolicyPack)}, at once: the rules are compiled in another thread, which takes
   * half a second, and whoever needs them waits. That they do not compile is told by {@link
   * #await}, or else there.
   */
  public static Policy begun(PolicyPack pack) {
    return new Policy(pack, CompletableFuture.supplyAsync(() -> new RuleBase(pack)));
  }

  /**
   * Returns when the rules are compiled.
   *
   * @throws PackException when they do not compile
   */
  public void await() {
    rules();
  }

  private RuleBase rules() {
    try {
      return rules.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** What it was made from. */
  public PolicyPack pack() {
    return pack;
  }

  /** The first day of the plan, included. */
  public LocalDate firstDay() {
    return LocalDate.ofEpochDay(planDays.first());
  }

  /** The last day of the plan, included; nothing accrues after it. */
  public LocalDate lastDay() {
    return LocalDate.ofEpochDay(planDays.last());
  }

  /** Every clause by id, in the order of the notice. */
  public Map<String, Clause> clauses() {
    return pack.clauses();
  }

  /** 项目. */
  public String title(String clause) {
    return clauses().get(clause).title();
  }

  /** The fund of each clause that names its payers itself, by clause id. */
  public Map<String, String> fundsNamedByClause() {
    return pack.fundsNamedByClause();
  }

  /** 所缺事实. */
  public String missingFact(String code, String clause) {
    return wording(code, clause).fact();
  }

  /** 责任单位. */
  public String department(String code, String clause) {
    return wording(code, clause).department();
  }

  private CodeWording wording(String code, String clause) {
    CodeWording ofClause = pack.codes().get(code + ' ' + clause);
    CodeWording wording = ofClause != null ? ofClause : pack.codes().get(code);
    if (wording == null) {
      throw new IllegalStateException("expected a wording for the pending code " + code);
    }
    return wording;
  }

  /** The names of all rules; each begins with the ids of its clauses. */
  public Set<String> ruleNames() {
    return rules().ruleNames();
  }

  /**
   * What is due, pending and listed in a unit on a day.
   *
   * @param standards standards of the departments; where they say nothing, the notice's own values
   *     count (2.2.5-a)
   * @param asOf the assessment day
   * @param undecided clauses that rest on a table which was never delivered: left out
   */
  public Assessment assess(Unit unit, Standards standards, LocalDate asOf, Set<String> undecided) {
    RuleBase.Findings found = rules().findings(unit, null);
    return Fold.of(decidable(found, undecided), found.limits(), context(standards, asOf));
  }

  /**
   * As {@link #assess}, with a refusal for every period from a day on that gives nothing.
   *
   * @param listener told which rules fire; null = nobody
   */
  public Assessment explain(
      Unit unit,
      Standards standards,
      LocalDate asOf,
      Set<String> undecided,
      LocalDate from,
      AgendaEventListener listener) {
    RuleBase.Findings found = rules().findings(unit, listener);
    return Fold.explained(
        decidable(found, undecided), found.limits(), context(standards, asOf), DaySet.day(from));
  }

  /** As {@link #assess}, with the reason for each sum of a period from a day on. */
  public Explained explained(
      Unit unit, Standards standards, LocalDate asOf, Set<String> undecided, LocalDate from) {
    RuleBase.Findings found = rules().findings(unit, null);
    return Fold.withReasons(
        decidable(found, undecided), found.limits(), context(standards, asOf), DaySet.day(from));
  }

  /**
   * The value of a parameter on a day, with where it comes from; empty when none covers the day.
   */
  public Optional<ParameterValue> parameter(String name, LocalDate day) {
    Parameter parameter = pack.parameters().get(name);
    return parameter == null ? Optional.empty() : parameter.on(day);
  }

  private static List<Claim> decidable(RuleBase.Findings found, Set<String> undecided) {
    return found.claims().stream().filter(c -> !undecided.contains(c.clause())).toList();
  }

  private Context context(Standards standards, LocalDate asOf) {
    List<Timeline.Segment<Long>> dibao =
        new ArrayList<>(parameters.of("dibao-standard").segments());
    dibao.addAll(standards.dibaoFen().segments());
    return new Context(
        parameters,
        new Standards(Timeline.of(dibao), standards.pensionContributionFen()),
        DaySet.day(asOf));
  }

  /** SHA-256 over the rules as they are written. */
  public String rulesHash() {
    return hash(pack.all("rules.drl"));
  }

  /** SHA-256 over the parameters, the clauses and the wording. */
  public String parametersHash() {
    return hash(pack.all("parameters.yaml"));
  }

  private String hash(List<PolicyFile> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (PolicyFile file : files) {
        digest.update(file.text().getBytes(StandardCharsets.UTF_8));
      }
      for (PolicyFile file : pack.common()) {
        digest.update(file.text().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
