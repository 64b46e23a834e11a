package bangfu.cases;

import bangfu.assess.StandardsAssembler;
import bangfu.assess.UnitAssembler;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.Standards;
import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Accrual;
import bangfu.engine.fold.Action;
import bangfu.engine.fold.Assessment;
import bangfu.engine.fold.Explanation;
import bangfu.intake.Column;
import bangfu.intake.Row;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.register.StoredRow;
import bangfu.rules.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.event.rule.AgendaEventListener;

/** Runs cases through the same rows, rules and fold as the monthly job. */
public final class CaseRunner {
  private static final String INCOME = "家庭年可支配收入";

  private final Policy policy;
  private final AgendaEventListener listener;

  public CaseRunner(Policy policy) {
    this(policy, null);
  }

  /**
   * A runner that tells which rules fire.
   *
   * @param listener null = nobody
   */
  public CaseRunner(Policy policy, AgendaEventListener listener) {
    this.policy = policy;
    this.listener = listener;
  }

  /** The outcome of a case: every difference between what it expects and what the engine says. */
  public List<String> differences(PolicyCase policyCase) {
    return found(policyCase).stream().map(CaseDifference::text).toList();
  }

  /** As {@link #differences}, with what each is about. */
  public List<CaseDifference> found(PolicyCase policyCase) {
    return Expectations.differences(policyCase, run(policyCase));
  }

  /** How the engine decided what a difference is about: the sums, and why others are none. */
  public List<Explanation> why(PolicyCase policyCase, CaseDifference difference) {
    if (difference.clause() == null || difference.subject() == null) {
      return List.of();
    }
    Map<String, List<Map<String, String>>> tables = CaseTables.of(policyCase);
    Unit unit = UnitAssembler.assemble(rows(tables));
    markSingleParents(policyCase, unit);
    String subject = subjects(policyCase).getOrDefault(difference.subject(), difference.subject());
    return policy
        .explained(unit, standards(tables), policyCase.to(), Set.of(), policyCase.from())
        .explanations()
        .stream()
        .filter(why -> why.clause().equals(difference.clause()))
        .filter(why -> why.subject().equals(subject) || why.item().endsWith(difference.subject()))
        .filter(
            why ->
                why.period().id().isEmpty()
                    || ExpectedPeriods.isIn(difference.period(), why.period()))
        .toList();
  }

  CaseResult run(PolicyCase policyCase) {
    Map<String, List<Map<String, String>>> tables = CaseTables.of(policyCase);
    Unit unit = UnitAssembler.assemble(rows(tables));
    Map<String, String> subjects = subjects(policyCase);
    markSingleParents(policyCase, unit);
    Assessment assessment = assess(unit, standards(tables), policyCase.to(), policyCase.from());
    List<Accrual> accruals =
        assessment.accruals().stream()
            .filter(a -> !a.accruedOn().isBefore(policyCase.from()))
            .toList();
    return new CaseResult(unit, accruals, assessment, subjects, proposals(policyCase, tables));
  }

  private Assessment assess(Unit unit, Standards standards, LocalDate asOf, LocalDate from) {
    return policy.explain(unit, standards, asOf, Set.of(), from, listener);
  }

  private static Standards standards(Map<String, List<Map<String, String>>> tables) {
    return StandardsAssembler.of(
        rows("mz_standard", tables.getOrDefault("mz_standard", List.of())),
        rows("rs_min_contribution", tables.getOrDefault("rs_min_contribution", List.of())));
  }

  private static List<StoredRow> rows(Map<String, List<Map<String, String>>> tables) {
    List<StoredRow> rows = new ArrayList<>();
    tables.forEach((table, cells) -> rows.addAll(rows(table, cells)));
    return rows;
  }

  private static List<StoredRow> rows(String tableName, List<Map<String, String>> rows) {
    Table table = Tables.standard().table(tableName);
    List<StoredRow> stored = new ArrayList<>();
    for (Map<String, String> row : rows) {
      String[] values = new String[table.columns().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(table, table.columns().get(i), row);
      }
      stored.add(StoredRow.of(new Row(table, stored.size() + 2, values), 1));
    }
    return stored;
  }

  private static String value(Table table, Column column, Map<String, String> row) {
    String text = row.get(column.name());
    String value = text == null ? null : column.convert(text);
    if (value == null && (text != null || column.required())) {
      throw new CaseSyntaxException(
          table.name()
              + '.'
              + column.name()
              + ": expected "
              + column.expectation()
              + ", but was '"
              + text
              + "'");
    }
    return value;
  }

  private static Map<String, String> subjects(PolicyCase policyCase) {
    Map<String, String> subjects = new HashMap<>();
    for (Node household : policyCase.households()) {
      for (Node member : household.nodes("members")) {
        subjects.put(member.required("pid"), member.required("id_no"));
      }
    }
    return subjects;
  }

  private static void markSingleParents(PolicyCase policyCase, Unit unit) {
    for (Node household : policyCase.households()) {
      for (Node member : household.nodes("members")) {
        for (Person person : unit.persons()) {
          if (member.isTrue("claims_single_parent") && person.id().equals(member.text("id_no"))) {
            person.setSingleParent(true);
          }
        }
      }
    }
  }

  private List<CaseResult.Proposal> proposals(
      PolicyCase policyCase, Map<String, List<Map<String, String>>> tables) {
    List<CaseResult.Proposal> proposals = new ArrayList<>();
    for (Node household : policyCase.households()) {
      for (Node update : household.nodes("income_updates")) {
        update.only(Set.of("imported_on", "ref", "total"));
        proposals.add(proposal(household.required("hh_id"), update, tables));
      }
    }
    return proposals;
  }

  /** What the engine would propose if that income alone had been delivered on that day. */
  private CaseResult.Proposal proposal(
      String number, Node update, Map<String, List<Map<String, String>>> tables) {
    LocalDate day = CaseFiles.date(update, "imported_on");
    Map<String, List<Map<String, String>>> updated = new HashMap<>(tables);
    List<Map<String, String>> households = new ArrayList<>();
    for (Map<String, String> row : tables.get("nb_household")) {
      Map<String, String> copy = new HashMap<>(row);
      if (row.get("户编号").equals(number)) {
        copy.put(INCOME, update.required("total"));
      }
      households.add(copy);
    }
    updated.put("nb_household", households);
    Unit unit = UnitAssembler.assemble(rows(updated));
    Assessment assessment = assess(unit, standards(updated), day, day);
    CaseEligibility eligibility = CaseEligibility.of(unit, assessment, number, day);
    return new CaseResult.Proposal(
        number, day.toString(), action(unit, assessment, number, day), eligibility.perHead());
  }

  private static String action(Unit unit, Assessment assessment, String number, LocalDate day) {
    boolean onFile =
        unit.households().stream()
            .anyMatch(h -> h.number().equals(number) && h.days().contains((int) day.toEpochDay()));
    boolean inGroup =
        assessment.actions().stream()
            .filter(action -> action.household().equals(number))
            .map(Action::action)
            .anyMatch(action -> action.startsWith("GROUP_"));
    if (onFile == inGroup) {
      return "";
    }
    return onFile ? "PROPOSE_EXIT" : "PROPOSE_ENTRY";
  }
}
