package bangfu.quality;

import bangfu.table.CsvFile;
import bangfu.table.SortedRows;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code quality.csv}: the findings of the last assessment. */
public final class QualityFile {
  private static final int FETCH_ROWS = 2000;

  private static final String[] HEADERS = {"检查号", "级别", "户编号", "对象", "数据表", "行号", "说明", "处理"};

  /** The levels in the order of their words; the rest of the order is made row by row. */
  private static final String QUERY =
      "select distinct check_no, case level when 'RECONCILE' then 1 when 'WARN' then 2 else 3 end"
          + " level_order, level, household_no, subject, table_name, line_no, message, handling"
          + " from finding order by check_no, level_order, household_no";

  private QualityFile() {}

  public static void write(DataSource dataSource, Path folder) {
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    jdbc.setFetchSize(FETCH_ROWS);
    try (CsvFile csv = CsvFile.utf8Bom(folder.resolve("quality.csv"), HEADERS)) {
      SortedRows alike = new SortedRows(HEADERS.length);
      String[] group = {""};
      jdbc.query(
          QUERY,
          row -> {
            if (!group(row).equals(group[0])) {
              alike.writeTo(csv);
              group[0] = group(row);
            }
            alike.add(cells(row));
          });
      alike.writeTo(csv);
    }
  }

  private static String group(ResultSet row) throws SQLException {
    return row.getString("check_no")
        + ' '
        + row.getString("level")
        + ' '
        + row.getString("household_no");
  }

  private static Object[] cells(ResultSet row) throws SQLException {
    return new Object[] {
      row.getString("check_no"),
      Level.valueOf(row.getString("level")).label(),
      row.getString("household_no"),
      row.getString("subject"),
      row.getString("table_name"),
      row.getObject("line_no", Integer.class),
      row.getString("message"),
      row.getString("handling")
    };
  }
}
