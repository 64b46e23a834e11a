package bangfu.register;

import bangfu.intake.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes the rows in force that a delivery did not bring again; they keep counting. */
final class AbsentRows {
  private static final int CHUNK_ROWS = 10_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate chunk;
  private final int delivery;
  private final List<Object[]> rows = new ArrayList<>();

  AbsentRows(JdbcTemplate jdbc, TransactionTemplate chunk, int delivery) {
    this.jdbc = jdbc;
    this.chunk = chunk;
    this.delivery = delivery;
  }

  /**
   * Lets questions about rows that an earlier delivery left open count as answered by this one.
   *
   * @param answered which of them
   */
  void settle(ReceivedFile file, Predicate<FactVersion> answered) {
    List<FactVersion> open = new ArrayList<>();
    forEachOpen(jdbc, file, delivery, open::add);
    open.removeIf(answered.negate());
    chunk.executeWithoutResult(
        status ->
            jdbc.batchUpdate(
                "update absent_row set settled_delivery = ? where delivery_no = ?"
                    + " and table_name = ? and since_delivery = ? and line_no = ?",
                open,
                CHUNK_ROWS,
                (statement, version) -> {
                  statement.setInt(1, delivery);
                  statement.setInt(2, file.delivery());
                  statement.setString(3, file.table().name());
                  statement.setInt(4, version.since());
                  statement.setInt(5, version.row().line());
                }));
  }

  /** The rows that a file left open and that no delivery up to one has answered, by their place. */
  static void forEachOpen(
      JdbcTemplate jdbc, ReceivedFile file, int knownDelivery, Consumer<FactVersion> consumer) {
    jdbc.query(
        "select since_delivery, line_no, content from absent_row where delivery_no = ?"
            + " and table_name = ? and (settled_delivery is null or settled_delivery > ?)"
            + " order by since_delivery, line_no",
        cursor -> {
          Row row = Row.parse(file.table(), cursor.getInt(2), cursor.getString(3));
          consumer.accept(FactVersion.standing(row, cursor.getInt(1)));
        },
        file.delivery(),
        file.table().name(),
        knownDelivery);
  }

  void add(FactVersion version) {
    rows.add(
        new Object[] {
          delivery,
          version.row().table().name(),
          version.since(),
          version.row().line(),
          version.row().content()
        });
    if (rows.size() == CHUNK_ROWS) {
      flush();
    }
  }

  /** Writes what is still buffered. */
  void flush() {
    if (rows.isEmpty()) {
      return;
    }
    chunk.executeWithoutResult(
        status ->
            jdbc.batchUpdate(
                "insert into absent_row (delivery_no, table_name, since_delivery, line_no, content)"
                    + " values (?, ?, ?, ?, ?)",
                rows));
    rows.clear();
  }
}
