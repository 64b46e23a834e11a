package bangfu.register;

import bangfu.database.BulkInsert;
import bangfu.intake.Fault;
import bangfu.intake.RejectedRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the rejected rows of one file in transactions of {@value #CHUNK_ROWS} rows. */
final class RejectWriter {
  private static final int CHUNK_ROWS = 1_000;

  /** What the column holds; the whole line is in the archived file. */
  private static final int MAX_RAW_BYTES = 1_000_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate chunk;
  private final int delivery;
  private final String table;
  private final List<Object[]> rows = new ArrayList<>();
  private final List<Object[]> cells = new ArrayList<>();

  RejectWriter(JdbcTemplate jdbc, TransactionTemplate chunk, int delivery, String table) {
    this.jdbc = jdbc;
    this.chunk = chunk;
    this.delivery = delivery;
    this.table = table;
  }

  void add(RejectedRow row) {
    rows.add(new Object[] {delivery, table, row.line(), raw(row)});
    int number = 0;
    for (Fault fault : row.faults()) {
      cells.add(
          new Object[] {
            delivery,
            table,
            row.line(),
            ++number,
            fault.column(),
            fault.value(),
            fault.code().name(),
            fault.message()
          });
    }
    if (rows.size() == CHUNK_ROWS) {
      flush();
    }
  }

  /** Writes what is still buffered. */
  void flush() {
    if (!rows.isEmpty()) {
      chunk.executeWithoutResult(status -> write());
    }
  }

  private void write() {
    new BulkInsert(jdbc.getDataSource(), "rejected_row").insert(rows);
    new BulkInsert(jdbc.getDataSource(), "rejected_cell").insert(cells);
    rows.clear();
    cells.clear();
  }

  private static byte[] raw(RejectedRow row) {
    return row.raw().length <= MAX_RAW_BYTES ? row.raw() : Arrays.copyOf(row.raw(), MAX_RAW_BYTES);
  }
}
