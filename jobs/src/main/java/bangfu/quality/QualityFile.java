package bangfu.quality;

import bangfu.table.CsvFile;
import java.nio.file.Path;
import javax.sql.DataSource;

/** {@code quality.csv}: the findings of the last assessment. */
public final class QualityFile {
  private static final String[] HEADERS = {"检查号", "级别", "户编号", "对象", "数据表", "行号", "说明", "处理"};

  private QualityFile() {}

  public static void write(DataSource dataSource, Path folder) {
    try (CsvFile csv = CsvFile.utf8Bom(folder.resolve("quality.csv"), HEADERS)) {
      new Findings(dataSource).forEach(row -> csv.row((Object[]) row));
    }
  }
}
