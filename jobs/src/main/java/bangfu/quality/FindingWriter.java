package bangfu.quality;

import bangfu.database.BulkInsert;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Collects findings in the table of the last assessment. Not for two threads at once. */
public final class FindingWriter {
  private static final int MOST_MESSAGE_CHARS = 1000;

  private final JdbcTemplate jdbc;
  private final BulkInsert insert;
  private final List<Object[]> rows = new ArrayList<>();

  public FindingWriter(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.insert = new BulkInsert(dataSource, "finding");
  }

  /** Forgets the findings of the last run. */
  public void clear() {
    jdbc.update("delete from finding");
  }

  public void add(List<Finding> findings) {
    findings.forEach(finding -> rows.add(row(finding)));
  }

  /** The columns of a finding in the table's order. */
  static Object[] row(Finding finding) {
    String message = finding.message();
    return new Object[] {
      finding.check(),
      finding.level().name(),
      finding.household(),
      finding.subject(),
      finding.table(),
      finding.line() == 0 ? null : finding.line(),
      message.substring(0, Math.min(message.length(), MOST_MESSAGE_CHARS)),
      finding.handling()
    };
  }

  /** Writes what was added since the last call. */
  public void flush() {
    insert.insert(rows);
    rows.clear();
  }

  /** True when a blocking check found something. */
  public boolean hasBlocking() {
    Long blocking =
        jdbc.queryForObject("select count(*) from finding where level = 'BLOCK'", Long.class);
    return blocking != null && blocking > 0;
  }
}
