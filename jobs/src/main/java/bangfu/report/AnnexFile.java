package bangfu.report;

import bangfu.table.CsvFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code annex1.csv}: the eleven figures of annex 1, whole district and town by town. */
final class AnnexFile {
  private static final String NOT_REPORTED = "未报";

  /** In the order in which the notice prints the towns. */
  private static final List<String> TOWNS =
      List.of("440403107", "440403103", "440403106", "440403105", "440403100", "440403001");

  /** A row of the annex and the table it rests on; empty = the register itself. */
  private record Row(String title, String table) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("低收入群体户数", ""),
          new Row("低收入群体人数", ""),
          new Row("有劳动力人口数", "rs_labour"),
          new Row("患大病或长期慢性病人数", "wj_illness"),
          new Row("残疾人数", "cl_certificate"),
          new Row("在校学生数（含学前教育）", "jy_enrolment"),
          new Row("低保人数", "mz_dibao"),
          new Row("五保人数", "mz_wubao"),
          new Row("低收入住房困难户数", "zj_housing"),
          new Row("低收入单亲母亲家庭", "fl_mother"),
          new Row("60岁以上人群", ""));

  private AnnexFile() {}

  /** Writes the file; a figure whose table was never delivered reads 未报. */
  static void write(Queries queries, Set<String> missingTables, Path folder) {
    Map<String, Long> figures = new HashMap<>();
    queries.each(
        "select row_no, town, sum(figure) figure from assessed_figure group by row_no, town",
        row -> figures.put(row.getInt("row_no") + row.getString("town"), row.getLong("figure")));
    try (CsvFile csv =
        CsvFile.utf8Bom(
            folder.resolve("annex1.csv"),
            "序号",
            "统计项目",
            "全区总数",
            "井岸镇",
            "斗门镇",
            "白蕉镇",
            "乾务镇",
            "莲洲镇",
            "白藤办")) {
      for (int number = 1; number <= ROWS.size(); number++) {
        Row row = ROWS.get(number - 1);
        csv.row(cells(number, row, figures, missingTables.contains(row.table())));
      }
    }
  }

  private static Object[] cells(
      int number, Row row, Map<String, Long> figures, boolean notReported) {
    Object[] cells = new Object[3 + TOWNS.size()];
    cells[0] = number;
    cells[1] = row.title();
    long total = 0;
    for (int i = 0; i < TOWNS.size(); i++) {
      long figure = figures.getOrDefault(number + TOWNS.get(i), 0L);
      total += figure;
      cells[3 + i] = notReported ? NOT_REPORTED : figure;
    }
    cells[2] = notReported ? NOT_REPORTED : total;
    return cells;
  }
}
