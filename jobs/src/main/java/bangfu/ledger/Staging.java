package bangfu.ledger;

import bangfu.database.BulkInsert;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lines that a run would post, until {@link Publication} numbers them; no reader of the ledger sees
 * them. Works in the caller's transaction.
 */
public final class Staging {
  private final JdbcTemplate jdbc;
  private final BulkInsert insert;

  public Staging(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
    this.insert = new BulkInsert(source, "staged_line", "sort_key", LineColumns.NAMES);
  }

  /**
   * Adds lines of one unit or more.
   *
   * @throws org.springframework.dao.DuplicateKeyException when one of them is staged already
   */
  public void add(List<LedgerLine> lines) {
    insert.insert(lines.stream().map(Staging::row).toList());
  }

  private static Object[] row(LedgerLine line) {
    Object[] values = LineColumns.values(line);
    Object[] row = new Object[values.length + 1];
    row[0] = line.key().sortKey(line.revision());
    System.arraycopy(values, 0, row, 1, values.length);
    return row;
  }

  public void clear() {
    jdbc.update("delete from staged_line");
  }
}
