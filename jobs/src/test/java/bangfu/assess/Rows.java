package bangfu.assess;

import bangfu.intake.Row;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.register.StoredRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Stored rows written as a department would write them: column, value, column, value … */
final class Rows {
  static final String ANNA = "440499198001010027";
  static final String BO = "440499201002020010";

  private final List<StoredRow> rows = new ArrayList<>();

  /** A household of group 1 in 井岸镇, on file from a day. */
  Rows household(String number, String filedOn) {
    return add(
        "nb_household",
        "户编号",
        number,
        "镇街代码",
        "440403107",
        "村居代码",
        "440403107001",
        "户主身份证号",
        ANNA,
        "帮扶类别",
        "1",
        "家庭人口",
        "2",
        "核定年度",
        "2016",
        "家庭年可支配收入",
        "5000.00",
        "建档日期",
        filedOn);
  }

  /** Anna, born 1980-01-01, as head. */
  Rows anna(String household, String joined) {
    return member(household, ANNA, "女", "1980-01-01", "户主", joined);
  }

  /** Bo, a boy born 2010-02-02. */
  Rows bo(String household, String joined) {
    return member(household, BO, "男", "2010-02-02", "子女", joined);
  }

  private Rows member(
      String household, String id, String sex, String birth, String relation, String joined) {
    return add(
        "nb_member",
        "户编号",
        household,
        "身份证号",
        id,
        "姓名",
        "某",
        "性别",
        sex,
        "出生日期",
        birth,
        "与户主关系",
        relation,
        "户籍",
        "本区",
        "加入日期",
        joined);
  }

  Rows add(String table, String... cells) {
    return addEnded(null, table, cells);
  }

  /** A row whose disappearance was confirmed as of a day; null = it stands. */
  Rows addEnded(LocalDate endedOn, String tableName, String... cells) {
    Table table = Tables.standard().table(tableName);
    String[] values = new String[table.columns().size()];
    for (int i = 0; i < values.length; i++) {
      for (int c = 0; c < cells.length; c += 2) {
        boolean here = table.columns().get(i).name().equals(cells[c]);
        values[i] =
            here && cells[c + 1] != null ? table.columns().get(i).convert(cells[c + 1]) : values[i];
      }
    }
    StoredRow row = StoredRow.of(new Row(table, rows.size() + 2, values), 1);
    rows.add(new StoredRow(row.row(), row.delivery(), row.history(), endedOn));
    return this;
  }

  List<StoredRow> all() {
    return List.copyOf(rows);
  }
}
