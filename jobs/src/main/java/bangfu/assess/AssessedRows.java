package bangfu.assess;

import bangfu.database.BulkInsert;
import bangfu.engine.fact.Household;
import bangfu.engine.fold.Action;
import bangfu.engine.fold.PendingItem;
import bangfu.engine.time.DaySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of the last assessment: cleared at the start of a run, filled page by page. */
public final class AssessedRows {
  private static final List<String> TABLES =
      List.of("assessed_household", "assessed_pending", "assessed_action", "assessed_figure");

  private final DataSource source;
  private final LocalDate asOf;

  public AssessedRows(DataSource source, LocalDate asOf) {
    this.source = source;
    this.asOf = asOf;
  }

  /** Forgets the last assessment. */
  public void clear() {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    TABLES.forEach(table -> jdbc.update("delete from " + table));
  }

  /** Writes a page of units. */
  public void add(List<AssessedUnit> units) {
    List<Object[]> households = new ArrayList<>();
    List<Object[]> pending = new ArrayList<>();
    List<Object[]> actions = new ArrayList<>();
    for (AssessedUnit unit : units) {
      Map<String, Integer> items = new HashMap<>();
      unit.assessment().pending().forEach(item -> items.merge(item.household(), 1, Integer::sum));
      unit.eligibility()
          .forEach(
              (number, line) -> households.add(household(line, items.getOrDefault(number, 0))));
      unit.assessment().pending().stream().map(AssessedRows::pending).forEach(pending::add);
      unit.assessment().actions().stream()
          .filter(action -> !action.clause().startsWith("1.2."))
          .map(AssessedRows::action)
          .forEach(actions::add);
    }
    new BulkInsert(source, "assessed_household").insert(households);
    new BulkInsert(source, "assessed_pending").insert(pending);
    new BulkInsert(source, "assessed_action").insert(actions);
  }

  /** Writes what one bucket of units adds to annex 1. */
  public void add(int bucket, Annex annex) {
    List<Object[]> figures = new ArrayList<>();
    annex
        .figures()
        .forEach(
            (cell, figure) -> figures.add(new Object[] {bucket, cell.row(), cell.town(), figure}));
    new BulkInsert(source, "assessed_figure").insert(figures);
  }

  private Object[] household(EligibilityLine line, int pendingItems) {
    Household household = line.household();
    Household.Registration filed = household.registration();
    int day = DaySet.day(asOf);
    return new Object[] {
      household.number(),
      household.headName(),
      known(filed.town().at(day)),
      known(filed.village().at(day)),
      filed.persons(),
      filed.incomeFen(),
      line.perHeadFen(),
      line.group1().label(),
      line.group2().label(),
      line.group3().label(),
      line.reasonCode(),
      line.proposal(),
      pendingItems
    };
  }

  private static String known(String value) {
    return value == null ? "" : value;
  }

  private static Object[] pending(PendingItem item) {
    return new Object[] {
      item.household(),
      item.subject(),
      item.clause(),
      item.period().id(),
      item.code(),
      item.leastFen(),
      item.mostFen()
    };
  }

  private static Object[] action(Action action) {
    return new Object[] {
      action.household(), action.subject(), action.clause(), action.action(), action.value()
    };
  }
}
