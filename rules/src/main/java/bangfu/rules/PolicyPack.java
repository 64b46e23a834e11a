package bangfu.rules;

import bangfu.engine.time.DaySet;
import bangfu.rules.PackException.Expected;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The policy as it is written: clauses, parameters, rules, cases and the wording of codes. The
 * program has one; a pack of files can change it, as a later notice does. Immutable.
 */
public final class PolicyPack {
  private final PackFolder folder;
  private final PackManifest manifest;
  private final Map<String, Clause> clauses;
  private final Map<String, Parameter> parameters;
  private final Map<String, CodeWording> codes;

  /** A file of rules in place of the one with its path; null = none. */
  private final PolicyFile tried;

  private PolicyPack(PackFolder folder) {
    this.folder = folder;
    this.tried = null;
    this.manifest = folder == null ? null : PackManifest.of(folder.file(PackFolder.PACK));
    PackReader reader = new PackReader();
    both("clauses.yaml").forEach(reader::clauses);
    both("codes.yaml").forEach(reader::codes);
    for (String measure : measures()) {
      both(measure + "/parameters.yaml").forEach(reader::parameters);
    }
    this.clauses = reader.clauses();
    this.parameters = reader.parameters();
    this.codes = reader.codes();
  }

  private PolicyPack(PolicyPack other, Map<String, Parameter> parameters, PolicyFile tried) {
    this.folder = other.folder;
    this.manifest = other.manifest;
    this.clauses = other.clauses;
    this.codes = other.codes;
    this.parameters = parameters;
    this.tried = tried;
  }

  /** The policy of the program. */
  public static PolicyPack builtIn() {
    return BuiltIn.PACK;
  }

  /** Read once. */
  private static final class BuiltIn {
    static final PolicyPack PACK = new PolicyPack(null);
  }

  /**
   * The policy of the program, changed by a folder.
   *
   * @throws PackException when it is no folder of a pack or a file is not well formed
   */
  public static PolicyPack read(Path folder) {
    return of(PackFolder.read(folder));
  }

  /**
   * The policy of the program, changed by files.
   *
   * @throws PackException when a file is not well formed
   */
  public static PolicyPack of(PackFolder folder) {
    return new PolicyPack(folder);
  }

  /**
   * The same with one value of a parameter, to try what it would do.
   *
   * @param value as the parameters' files write it, in the parameter's unit
   * @param from the first day of the value, which counts until the next one begins; null = it
   *     counts always, in place of all others
   * @throws PackException when there is no such parameter, or it is no value for it
   */
  public PolicyPack set(String parameter, String value, LocalDate from) {
    Parameter known = parameters.get(parameter);
    String written = parameter + '=' + value + (from == null ? "" : "@" + from);
    if (known == null) {
      throw new PackException(
          written,
          0,
          "",
          Expected.PARAMETER,
          Names.alike(parameter, parameters.keySet()),
          parameter);
    }
    if (!Parameter.UNITS.get(known.unit()).matcher(value).matches()) {
      throw new PackException(written, 0, "", Expected.NUMBER, known.unit(), value);
    }
    LocalDate first = from == null ? known.values().get(0).from() : from;
    ParameterValue added =
        new ParameterValue(
            parameter, known.title(), known.unit(), value, first, null, written, written);
    Map<String, Parameter> changed = new LinkedHashMap<>(parameters);
    changed.put(
        parameter,
        from != null
            ? known.with(added)
            : new Parameter(
                parameter, known.measure(), known.title(), known.unit(), List.of(added)));
    return new PolicyPack(this, changed, tried);
  }

  /** The same with a parameter in place of the one with its name, to try what it would do. */
  public PolicyPack with(Parameter parameter) {
    Map<String, Parameter> changed = new LinkedHashMap<>(parameters);
    changed.put(parameter.name(), parameter);
    return new PolicyPack(this, changed, tried);
  }

  /** The same with one file of rules in place of the one with its path, to try what it would do. */
  public PolicyPack with(PolicyFile rules) {
    return new PolicyPack(this, parameters, rules);
  }

  /** True when no files change the policy of the program. */
  public boolean isBuiltIn() {
    return folder == null;
  }

  /** The files that change the policy of the program; empty when none do. */
  public Optional<PackFolder> folder() {
    return Optional.ofNullable(folder);
  }

  /** What the pack is called; empty for the policy of the program. */
  public String title() {
    return manifest == null ? "" : manifest.title();
  }

  /** SHA-256 over the files that change the policy of the program; empty when none do. */
  public String hash() {
    return folder == null ? "" : folder.hash();
  }

  /** Every clause by id, in the order of the notice; those of a later one behind. */
  public Map<String, Clause> clauses() {
    return clauses;
  }

  /** The fund of each clause that names its payers itself, by clause id. */
  public Map<String, String> fundsNamedByClause() {
    Map<String, String> funds = new LinkedHashMap<>();
    for (Clause clause : clauses.values()) {
      if (clause.fund() != null) {
        funds.put(clause.id(), clause.fund());
      }
    }
    return funds;
  }

  /** Clauses that are undecided while a table was never delivered, as the pack says. */
  public Set<String> clausesRestingOn(String table) {
    Set<String> resting = new LinkedHashSet<>();
    for (Clause clause : clauses.values()) {
      if (clause.restsOn().contains(table)) {
        resting.add(clause.id());
      }
    }
    return resting;
  }

  /** Every parameter by name. */
  public Map<String, Parameter> parameters() {
    return parameters;
  }

  /** The first day of the plan, included. */
  public LocalDate firstDay() {
    return LocalDate.ofEpochDay(planDays().first());
  }

  /** The last day of the plan, included. */
  public LocalDate lastDay() {
    return LocalDate.ofEpochDay(planDays().last());
  }

  DaySet planDays() {
    return parameters.get("plan-in-force").timeline().daysWhere(inForce -> inForce == 1);
  }

  /** What codes mean, by code, or by code, blank and clause. */
  Map<String, CodeWording> codes() {
    return codes;
  }

  /** The folders of the policy, in the order of the notice; those of a later one behind. */
  public List<String> measures() {
    Set<String> measures = new LinkedHashSet<>(BuiltInPolicy.MEASURES);
    if (folder != null) {
      measures.addAll(folder.measures());
    }
    return List.copyOf(measures);
  }

  /**
   * The files with a measure's rules: those of the program without the rules that the pack
   * replaces, then those of the pack.
   */
  public List<PolicyFile> rules(String measure) {
    return written(measure).stream().map(file -> isTried(file) ? tried : file).toList();
  }

  private boolean isTried(PolicyFile file) {
    return tried != null && tried.path().equals(file.path()) && tried.builtIn() == file.builtIn();
  }

  private List<PolicyFile> written(String measure) {
    List<PolicyFile> files = both(measure + "/rules.drl");
    if (files.size() < 2) {
      return files;
    }
    return manifest.replaces().contains(measure)
        ? List.of(files.get(1))
        : List.of(RuleText.without(files.get(0), RuleText.names(files.get(1))), files.get(1));
  }

  /** The files with a measure's cases; a case of the pack replaces one of the program by its id. */
  public List<PolicyFile> cases(String measure) {
    return both(measure + "/cases.yaml");
  }

  /** The files with the templates of a measure's boundary cases. */
  public List<PolicyFile> boundaries(String measure) {
    return both(measure + "/boundaries.yaml");
  }

  /** The files that say why some faults in a measure's policy would change nothing. */
  public List<PolicyFile> equivalents(String measure) {
    return both(measure + "/equivalents.yaml");
  }

  /** The measures whose rules are not those that were compiled with the program. */
  Set<String> changedRules() {
    Set<String> changed = new LinkedHashSet<>();
    if (folder != null) {
      folder.measures().stream()
          .filter(measure -> folder.file(measure + "/rules.drl") != null)
          .forEach(changed::add);
    }
    if (tried != null) {
      changed.add(tried.measure());
    }
    return changed;
  }

  /** All files of this name, of the program and of the pack; as the version of the policy. */
  List<PolicyFile> all(String name) {
    List<PolicyFile> files = new ArrayList<>();
    measures().forEach(measure -> files.addAll(both(measure + '/' + name)));
    return files;
  }

  /** The files of the whole policy: clauses and codes. */
  List<PolicyFile> common() {
    List<PolicyFile> files = new ArrayList<>(both("clauses.yaml"));
    files.addAll(both("codes.yaml"));
    return files;
  }

  private List<PolicyFile> both(String path) {
    List<Function<String, PolicyFile>> places =
        folder == null ? List.of(BuiltInPolicy::file) : List.of(BuiltInPolicy::file, folder::file);
    List<PolicyFile> files = new ArrayList<>();
    for (Function<String, PolicyFile> place : places) {
      PolicyFile file = place.apply(path);
      if (file != null) {
        files.add(file);
      }
    }
    return files;
  }
}
