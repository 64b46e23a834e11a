package bangfu.register;

import bangfu.intake.Fault;
import bangfu.intake.ReasonCode;
import bangfu.intake.RejectedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the rejected rows of a file in the order of their lines, a page at a time. */
final class RejectReader {
  private static final int PAGE_ROWS = 500;

  private final JdbcTemplate jdbc;
  private final int delivery;
  private final String table;

  RejectReader(JdbcTemplate jdbc, int delivery, String table) {
    this.jdbc = jdbc;
    this.delivery = delivery;
    this.table = table;
  }

  void forEach(Consumer<RejectedRow> consumer) {
    int last = 0;
    for (List<Line> page = page(last); !page.isEmpty(); page = page(last)) {
      int first = last;
      last = page.get(page.size() - 1).number();
      Map<Integer, List<Fault>> faults = faults(first, last);
      page.forEach(
          line ->
              consumer.accept(
                  new RejectedRow(line.number(), line.raw(), faults.get(line.number()))));
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  private record Line(int number, byte[] raw) {}

  private List<Line> page(int after) {
    return jdbc.query(
        "select line_no, raw from rejected_row where delivery_no = ? and table_name = ?"
            + " and line_no > ? order by line_no fetch first "
            + PAGE_ROWS
            + " rows only",
        (cursor, row) -> new Line(cursor.getInt(1), cursor.getBytes(2)),
        delivery,
        table,
        after);
  }

  private Map<Integer, List<Fault>> faults(int after, int last) {
    Map<Integer, List<Fault>> faults = new HashMap<>();
    jdbc.query(
        "select line_no, column_name, cell_value, reason_code, message from rejected_cell"
            + " where delivery_no = ? and table_name = ? and line_no > ? and line_no <= ?"
            + " order by line_no, fault_no",
        cursor -> {
          int line = cursor.getInt(1);
          faults
              .computeIfAbsent(line, l -> new ArrayList<>())
              .add(
                  new Fault(
                      line,
                      cursor.getString(2),
                      cursor.getString(3),
                      ReasonCode.valueOf(cursor.getString(4)),
                      cursor.getString(5)));
        },
        delivery,
        table,
        after,
        last);
    return faults;
  }
}
