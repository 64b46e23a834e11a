package bangfu.quality;

import bangfu.table.CsvFile;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code quality.csv}: the findings of the last assessment. */
public final class QualityFile {
  private static final int FETCH_ROWS = 2000;

  private QualityFile() {}

  public static void write(DataSource dataSource, Path folder) {
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    jdbc.setFetchSize(FETCH_ROWS);
    try (CsvFile csv =
        CsvFile.utf8Bom(
            folder.resolve("quality.csv"), "检查号", "级别", "户编号", "对象", "数据表", "行号", "说明", "处理")) {
      jdbc.query(
          "select distinct * from finding order by check_no, level, household_no, subject, table_name,"
              + " line_no, message, handling",
          row -> {
            csv.row(
                row.getString("check_no"),
                Level.valueOf(row.getString("level")).label(),
                row.getString("household_no"),
                row.getString("subject"),
                row.getString("table_name"),
                row.getString("line_no"),
                row.getString("message"),
                row.getString("handling"));
          });
    }
  }
}
