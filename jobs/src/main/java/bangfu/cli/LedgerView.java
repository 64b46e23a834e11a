package bangfu.cli;

import bangfu.database.Database;
import bangfu.engine.fact.IdentityNumber;
import bangfu.ledger.LedgerColumns;
import bangfu.payment.ReducedPayment;
import bangfu.report.Month;
import bangfu.report.Queries;
import bangfu.table.Yuan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A household's ledger on the screen, as a table for people (ids masked) or as CSV. */
final class LedgerView {
  private static final int SUBJECT = 5;
  private static final int[] SHOWN = {0, 1, 5, 7, 9, 10, 11, 13, 14, 16, 18, 19, 8};

  private final Database database;
  private final Terminal terminal;
  private long totalFen;

  LedgerView(Database database, Terminal terminal) {
    this.database = database;
    this.terminal = terminal;
  }

  int show(String household, YearMonth month, boolean csv) {
    List<Object[]> rows = new ArrayList<>();
    String onlyMonth = month == null ? "" : " and l.posting_month = " + new Month(month).number();
    new Queries(database.reader())
        .each(
            "select "
                + LedgerColumns.SELECTED
                + " from ledger_line l where l.household_no = ?"
                + onlyMonth
                + " order by l.line_no",
            row -> rows.add(cells(row)),
            household);
    if (csv) {
      print(String.join(",", LedgerColumns.headers()));
      rows.forEach(row -> print(csv(row)));
    } else if (rows.isEmpty()) {
      terminal.say(terminal.text("ledger.none", household));
    } else {
      table(rows);
      List<ReducedPayment> reduced =
          new ArrayList<>(ReducedPayment.of(household, database.dataSource()));
      reduced.removeIf(payment -> month != null && !payment.month().equals(month));
      new SetOffText(terminal).print(reduced, this::print);
    }
    return ExitCodes.DONE;
  }

  private Object[] cells(ResultSet row) throws SQLException {
    totalFen += row.getLong("amount_fen");
    return LedgerColumns.cells(row);
  }

  private static String csv(Object[] row) {
    StringBuilder line = new StringBuilder();
    for (Object cell : row) {
      String text = cell == null ? "" : cell.toString();
      boolean quoted = text.contains(",") || text.contains("\"");
      line.append(line.length() == 0 ? "" : ",")
          .append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
    return line.toString();
  }

  private void table(List<Object[]> rows) {
    List<String[]> cells = new ArrayList<>();
    cells.add(shown(LedgerColumns.headers()));
    for (Object[] row : rows) {
      row[SUBJECT] = masked(row[SUBJECT].toString());
      cells.add(shown(row));
    }
    new ScreenTable(cells).print(this::print);
    print(terminal.text("ledger.total", Yuan.format(totalFen), rows.size()));
  }

  private static String[] shown(Object[] row) {
    String[] shown = new String[SHOWN.length];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = row[SHOWN[i]] == null ? "" : row[SHOWN[i]].toString();
    }
    return shown;
  }

  private static String masked(String subject) {
    return subject.length() == 18 ? IdentityNumber.masked(subject) : subject;
  }

  private void print(String line) {
    terminal.out().println(line);
  }
}
