package bangfu.cases;

import bangfu.assess.StandardsAssembler;
import bangfu.assess.UnitAssembler;
import bangfu.database.Database;
import bangfu.engine.fact.Household;
import bangfu.engine.fold.Accrual;
import bangfu.engine.fold.Action;
import bangfu.engine.fold.Assessment;
import bangfu.engine.fold.PendingItem;
import bangfu.engine.fold.Refusal;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.register.Register;
import bangfu.register.StoredRow;
import bangfu.rules.Policy;
import bangfu.rules.TextYaml;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A household of the register, with all that is assessed together with it, as an anonymised case
 * that expects what the engine says now.
 */
public final class HouseholdCase {
  private static final Set<String> WITHOUT_CLAUSES =
      Set.of("nb_household", "nb_member", "zx_death");

  private final Policy policy;
  private final Register register;
  private final LocalDate asOf;

  private HouseholdCase(Policy policy, Register register, LocalDate asOf) {
    this.policy = policy;
    this.register = register;
    this.asOf = asOf;
  }

  /**
   * A case in the format of {@code cases.yaml}.
   *
   * @param same false when the case comes to other sums than the household does in the register,
   *     for a case knows neither earlier values of undated columns nor tables never delivered
   */
  public record Written(String yaml, boolean same) {}

  /**
   * Writes a household as a case.
   *
   * @param asOf the last day of the accrual window
   * @return null when the register does not know the household
   * @throws bangfu.register.NeverDeliveredException without households or members
   */
  public static Written of(Database database, Policy policy, String household, LocalDate asOf) {
    Register register = new Register(database.dataSource(), Tables.standard());
    int known = register.newestDelivery();
    register.requireHouseholds(known);
    List<Written> written = new ArrayList<>();
    register
        .units(known)
        .forEachOf(
            List.of(household),
            unit ->
                written.add(
                    new HouseholdCase(policy, register, asOf)
                        .write(household, unit.rows(), known)));
    return written.isEmpty() ? null : written.get(0);
  }

  private Written write(String household, List<StoredRow> unitRows, int known) {
    List<StoredRow> rows = new ArrayList<>(unitRows);
    rows.removeIf(row -> !isAssessed(row.row().table()));
    Anonymised invented = new Anonymised(rows);
    Map<String, List<Map<String, String>>> tables = new TreeMap<>(invented.tables(rows));
    List<StoredRow> standards = register.reference(table("mz_standard"), known);
    List<StoredRow> contributions = register.reference(table("rs_min_contribution"), known);
    List<StoredRow> reference = new ArrayList<>(standards);
    reference.addAll(contributions);
    tables.putAll(new Anonymised(reference).tables(reference));

    String facts = facts(invented.household(household), tables);
    PolicyCase bare = CaseFiles.read("", facts + "  expect: {entitlements: []}\n").get(0);
    CaseResult result = new CaseRunner(policy).run(bare);
    Assessment original =
        policy.assess(
            UnitAssembler.assemble(rows),
            StandardsAssembler.of(standards, contributions),
            asOf,
            Set.of());
    String yaml = facts + expect(bare, result);
    requireReadable(yaml);
    return new Written(yaml, sums(result.assessment()).equals(sums(original)));
  }

  private static boolean isAssessed(Table table) {
    return !table.clauses().isEmpty() || WITHOUT_CLAUSES.contains(table.name());
  }

  private static Table table(String name) {
    return Tables.standard().table(name);
  }

  private static void requireReadable(String yaml) {
    TextYaml.load(yaml);
  }

  /** What a result comes to, whoever it is about. */
  private static List<String> sums(Assessment assessment) {
    List<String> sums = new ArrayList<>();
    assessment
        .accruals()
        .forEach(
            a -> sums.add(a.clause() + a.accruedOn() + a.payer() + a.payeeKind() + a.amountFen()));
    assessment.pending().forEach(p -> sums.add(p.clause() + p.code()));
    sums.sort(Comparator.naturalOrder());
    return sums;
  }

  private String facts(String household, Map<String, List<Map<String, String>>> tables) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# 由登记中的一户改写: 身份证号、户编号、姓名、学校、机构和文书号均为虚构, 日期和金额照旧.\n");
    yaml.append("schema_version: 1\ncases:\n\n");
    yaml.append("- id: \"").append(household).append(' ').append(asOf).append("\"\n");
    yaml.append("  title: \"a household of the register\"\n");
    yaml.append("  accrual_window: {from: ").append(policy.firstDay());
    yaml.append(", to: ").append(asOf).append("}\n");
    yaml.append("  tables:\n");
    tables.forEach(
        (table, rows) -> {
          yaml.append("    ").append(table).append(":\n");
          rows.forEach(row -> yaml.append("      - ").append(flow(row)).append('\n'));
        });
    return yaml.toString();
  }

  private String expect(PolicyCase policyCase, CaseResult result) {
    StringBuilder yaml = new StringBuilder("  expect:\n");
    section(yaml, "eligibility", eligibility(result));
    section(yaml, "entitlements", entitlements(policyCase, result));
    section(
        yaml,
        "pending",
        result.assessment().pending().stream().map(HouseholdCase::pending).toList());
    section(
        yaml,
        "refusals",
        result.assessment().refusals().stream().map(HouseholdCase::refusal).toList());
    section(
        yaml,
        "non_money",
        result.assessment().actions().stream()
            .filter(action -> !action.action().startsWith("GROUP_"))
            .map(HouseholdCase::listed)
            .toList());
    Set<String> clauses = new TreeSet<>();
    result.accruals().forEach(accrual -> clauses.add(accrual.clause()));
    result.assessment().pending().forEach(item -> clauses.add(item.clause()));
    return "  clauses_tested: [" + String.join(", ", clauses) + "]\n" + yaml;
  }

  private static void section(StringBuilder yaml, String name, List<String> entries) {
    if (entries.isEmpty() && !name.equals("entitlements")) {
      return;
    }
    yaml.append("    ").append(name).append(entries.isEmpty() ? ": []\n" : ":\n");
    new LinkedHashSet<>(entries)
        .forEach(entry -> yaml.append("      - ").append(entry).append('\n'));
  }

  private List<String> eligibility(CaseResult result) {
    List<String> entries = new ArrayList<>();
    for (Household household : result.unit().households()) {
      CaseEligibility is =
          CaseEligibility.of(result.unit(), result.assessment(), household.number(), asOf);
      Map<String, String> entry = new TreeMap<>();
      entry.put("hh_id", household.number());
      entry.put("size", Integer.toString(is.persons()));
      entry.put("group1", Boolean.toString(is.group1()));
      entry.put("group2", Boolean.toString(is.group2()));
      entry.put("group3", Boolean.toString(is.group3()));
      if (!is.code().isEmpty()) {
        entry.put("code", is.code());
      }
      entries.add(flow(entry));
    }
    return entries;
  }

  private static List<String> entitlements(PolicyCase policyCase, CaseResult result) {
    Map<String, List<Accrual>> sums =
        result.accruals().stream()
            .collect(
                Collectors.groupingBy(
                    a ->
                        "{clause: \"%s\", subject: \"%s\", period: \"%s\""
                            .formatted(a.clause(), a.subject(), a.period().id()),
                    TreeMap::new,
                    Collectors.toList()));
    ExpectedMoney money = new ExpectedMoney(policyCase, result, new Differences());
    List<String> entries = new ArrayList<>();
    sums.forEach(
        (head, accruals) -> {
          List<String> lines = new ArrayList<>();
          money
              .lines(accruals)
              .forEach(
                  (who, fen) -> {
                    String[] ends = who.split(" -> ", 2);
                    lines.add(
                        "{payer: \"%s\", payee: \"%s\", amount: %s}"
                            .formatted(ends[0], ends[1], Money.yuan(fen)));
                  });
          long sum = accruals.stream().mapToLong(Accrual::amountFen).sum();
          entries.add(
              "%s, amount: %s, lines: [%s]}"
                  .formatted(head, Money.yuan(sum), String.join(", ", lines)));
        });
    return entries;
  }

  private static String pending(PendingItem item) {
    Map<String, String> entry = about(item.clause(), item.subject());
    entry.put("code", item.code());
    if (!item.period().id().isEmpty()) {
      entry.put("period", item.period().id());
    }
    return flow(entry);
  }

  private static String refusal(Refusal refusal) {
    Map<String, String> entry = about(refusal.clause(), refusal.subject());
    entry.put("code", refusal.code());
    return flow(entry);
  }

  private static String listed(Action action) {
    Map<String, String> entry = about(action.clause(), action.subject());
    entry.put("action", action.action());
    return flow(entry);
  }

  private static Map<String, String> about(String clause, String subject) {
    Map<String, String> entry = new TreeMap<>();
    entry.put("clause", clause);
    entry.put("subject", subject);
    return entry;
  }

  /** A map on one line, every value a quoted text. */
  private static String flow(Map<String, String> map) {
    return map.entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + ": \""
                    + entry.getValue().replace("\\", "\\\\").replace("\"", "\\\"")
                    + '"')
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
