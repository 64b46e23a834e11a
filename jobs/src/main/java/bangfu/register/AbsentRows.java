package bangfu.register;

import java.util.ArrayList;
import java.util.List;
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
