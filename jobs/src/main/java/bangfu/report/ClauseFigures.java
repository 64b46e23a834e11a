package bangfu.report;

import bangfu.assess.AssessedHousehold;
import bangfu.assess.AssessedRows;
import bangfu.assess.EligibilityLine;
import bangfu.ledger.LineNumber;
import bangfu.ledger.PostedMonths;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What the last run left of each clause. */
public final class ClauseFigures {
  private final YearMonth month;
  private final Map<String, Figures> byClause = new TreeMap<>();

  /**
   * What is known of a clause.
   *
   * @param households households with a net that is not 0
   * @param subjects persons or households with a net that is not 0
   * @param totalFen net of all lines
   * @param monthFen net of the month's lines
   * @param listed entries of its list
   * @param pending sums that wait
   */
  public record Figures(
      long households, long subjects, long totalFen, long monthFen, long listed, long pending) {
    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);

    private Figures paid(long netHouseholds, long netSubjects, long net, long inMonth) {
      return new Figures(netHouseholds, netSubjects, net, inMonth, listed, pending);
    }

    private Figures oneListed() {
      return new Figures(households, subjects, totalFen, monthFen, listed + 1, pending);
    }

    private Figures onePending() {
      return new Figures(households, subjects, totalFen, monthFen, listed, pending + 1);
    }
  }

  private ClauseFigures(YearMonth month) {
    this.month = month;
  }

  /** Those of the last posted month; without one, of nothing. */
  public static ClauseFigures of(DataSource source) {
    YearMonth month = new PostedMonths(source).last();
    ClauseFigures figures = new ClauseFigures(month);
    if (month != null) {
      figures.ledger(source);
      figures.assessed(source);
    }
    return figures;
  }

  private void ledger(DataSource source) {
    new Queries(source)
        .each(
            "select clause, count(distinct household_no), count(distinct subject), sum(fen),"
                + " sum(month_fen) from (select clause, household_no, subject,"
                + " sum(amount_fen) as fen,"
                + " sum(case when line_no > ? then amount_fen else 0 end) as month_fen"
                + " from ledger_line group by clause, household_no, subject) net"
                + " where fen <> 0 or month_fen <> 0 group by clause",
            row ->
                byClause.put(
                    row.getString(1),
                    Figures.NONE.paid(
                        row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))),
            LineNumber.before(month));
  }

  private void assessed(DataSource source) {
    AssessedRows rows = new AssessedRows(source);
    Iterator<AssessedHousehold> households = rows.households();
    while (households.hasNext()) {
      AssessedHousehold household = households.next();
      inGroup("1.2.1-a", household.group1());
      inGroup("1.2.2-a", household.group2());
      inGroup("1.2.3-a", household.group3());
    }
    rows.forEachPending(line -> byClause.compute(line.clause(), (c, f) -> known(f).onePending()));
    rows.forEachAction(action -> byClause.compute(action.clause(), (c, f) -> known(f).oneListed()));
  }

  private void inGroup(String clause, String group) {
    if (group.equals(EligibilityLine.Membership.YES.label())) {
      byClause.compute(clause, (c, f) -> known(f).oneListed());
    }
  }

  private static Figures known(Figures figures) {
    return figures == null ? Figures.NONE : figures;
  }

  /** The last posted month; null = none. */
  public YearMonth month() {
    return month;
  }

  public Figures of(String clause) {
    return known(byClause.get(clause));
  }
}
