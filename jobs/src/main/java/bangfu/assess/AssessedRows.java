package bangfu.assess;

import bangfu.database.BulkInsert;
import bangfu.database.SortedPages;
import bangfu.engine.fold.Action;
import bangfu.engine.fold.CodePoints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the last assessment found: cleared at the start of a run, filled bucket by bucket. */
public final class AssessedRows {
  private static final Comparator<String[]> BY_ALL_COLUMNS = AssessedRows::compare;
  private static final Comparator<String> NULLS_FIRST = Comparator.nullsFirst(CodePoints.ORDER);

  private final DataSource source;
  private final SortedPages households;
  private final SortedPages pending;
  private final SortedPages actions;

  public AssessedRows(DataSource source) {
    this.source = source;
    this.households = new SortedPages(source, "HOUSEHOLD", BY_ALL_COLUMNS);
    this.pending = new SortedPages(source, "PENDING", BY_ALL_COLUMNS);
    this.actions = new SortedPages(source, "ACTION", BY_ALL_COLUMNS);
  }

  private static int compare(String[] one, String[] other) {
    for (int i = 0; i < one.length; i++) {
      int order = NULLS_FIRST.compare(one[i], other[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Forgets the last assessment. */
  public void clear() {
    households.clear();
    pending.clear();
    actions.clear();
    new JdbcTemplate(source).update("delete from assessed_figure");
  }

  /** All households by number, a page of each sorted run in memory. */
  public Iterator<AssessedHousehold> households() {
    Iterator<String[]> rows = households.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public AssessedHousehold next() {
        return AssessedHousehold.of(rows.next());
      }
    };
  }

  /** All pending sums by household, subject, clause, period and code; none twice. */
  public void forEachPending(Consumer<PendingLine> consumer) {
    pending.forEachOnce(row -> consumer.accept(PendingLine.of(row)));
  }

  /** All actions by household, subject, clause, action and value. */
  public void forEachAction(Consumer<Action> consumer) {
    actions.forEach(row -> consumer.accept(new Action(row[0], row[1], row[2], row[3], row[4])));
  }

  /**
   * Takes units from one thread.
   *
   * @param bucket of the units, from 0, written by no other since the last {@link #clear}
   * @param asOf the assessment day
   */
  public Writer writer(int bucket, LocalDate asOf) {
    return new Writer(bucket, asOf);
  }

  /** What one bucket of units adds; in the database once {@link #finish} has returned. */
  public final class Writer {
    private final int bucket;
    private final LocalDate asOf;
    private final SortedPages.Writer householdRows;
    private final SortedPages.Writer pendingRows;
    private final SortedPages.Writer actionRows;

    private Writer(int bucket, LocalDate asOf) {
      this.bucket = bucket;
      this.asOf = asOf;
      this.householdRows = households.writer(bucket);
      this.pendingRows = pending.writer(bucket);
      this.actionRows = actions.writer(bucket);
    }

    public void add(AssessedUnit unit) {
      Map<String, Integer> items = new HashMap<>();
      unit.assessment().pending().forEach(item -> items.merge(item.household(), 1, Integer::sum));
      unit.eligibility()
          .forEach(
              (number, line) ->
                  householdRows.add(
                      AssessedHousehold.of(line, items.getOrDefault(number, 0), asOf).cells()));
      unit.assessment().pending().stream()
          .map(PendingLine::of)
          .forEach(line -> pendingRows.add(line.cells()));
      unit.assessment().actions().stream()
          .filter(action -> !action.clause().startsWith("1.2."))
          .map(Writer::cells)
          .forEach(actionRows::add);
    }

    private static String[] cells(Action action) {
      return new String[] {
        action.household(), action.subject(), action.clause(), action.action(), action.value()
      };
    }

    /** Writes the rows, and what the units add to annex 1. */
    public void finish(Annex annex) {
      householdRows.finish();
      pendingRows.finish();
      actionRows.finish();
      List<Object[]> figures = new ArrayList<>();
      annex
          .figures()
          .forEach(
              (cell, figure) ->
                  figures.add(new Object[] {bucket, cell.row(), cell.town(), figure}));
      new BulkInsert(source, "assessed_figure").insert(figures);
    }
  }
}
