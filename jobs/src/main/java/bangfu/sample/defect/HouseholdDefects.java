package bangfu.sample.defect;

import static bangfu.sample.defect.Effect.ANY;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** nb_household: a row that is rejected takes its household's whole money with it. */
final class HouseholdDefects {
  private static final String FILED = "建档日期";
  private static final String INCOME = "家庭年可支配收入";

  private final Planting planting;

  HouseholdDefects(Planting planting) {
    this.planting = planting;
  }

  void plant() {
    lost("家庭人口", persons -> "\u3000", "REQUIRED", "全角空格也算空，必填列为空即退回整行");
    lost("镇街代码", town -> "440403999", "CODE", "代码表之外的代码");
    lost("核定年度", year -> "二〇一六", "YEAR", "年份须为四位数字");
    lost(INCOME, income -> "-" + income, "MONEY", "金额不得为负");
    lost("户编号", number -> number.toLowerCase(Locale.ROOT), "HH", "户编号只含大写字母、数字和连字符");
    lost("户主身份证号", id -> id.substring(0, 6) + id.substring(8, 17), "ID", "15 位身份证号");
    lost("退出日期", day -> "2018-02-30", "DATE", "不存在的日期；可选列的值不合格也退回整行");
    severalReasons();
    brokenBytes();
    fullWidth();
    writtenOtherwise(FILED, day -> day.replace('-', '/'), "日期写作 2017/03/10");
    writtenOtherwise(FILED, HouseholdDefects::chinese, "日期写作 2017年3月10日");
    writtenOtherwise(FILED, HouseholdDefects::withoutZeros, "日期写作 2017-3-10");
    writtenOtherwise(FILED, day -> day.replace("-", ""), "日期写作 20170310");
    writtenOtherwise(INCOME, HouseholdDefects::grouped, "金额带千分位");
    writtenOtherwise("退出日期", day -> "\u3000 ", "可选列只有空格即为空");
  }

  private void lost(String column, UnaryOperator<String> value, String code, String reason) {
    Home home = planting.home(Homes::claimant);
    home.row().change(column, value);
    planting.note(home.row(), column, code, reason, whole(home));
  }

  private static Effect whole(Home home) {
    return Effect.lost(home.number(), ANY, ANY, ANY);
  }

  private void severalReasons() {
    Home home = planting.home(Homes::claimant);
    home.row().set("家庭人口", "三").set("帮扶类别", "一类");
    planting.note(home.row(), "家庭人口", "INT", "人口须为数字", whole(home));
    planting.note(home.row(), "帮扶类别", "CODE", "一行可有多个原因", whole(home));
  }

  private void brokenBytes() {
    Home home = planting.home(Homes::claimant);
    home.row().change("帮扶卡号", card -> card + DirtyLine.BROKEN_BYTE);
    planting.note(home.row(), "", "ENCODING", "无 BOM，表头可按 UTF-8 读出，本行不能", whole(home));
  }

  private void fullWidth() {
    Home home = planting.home(Homes::claimant);
    for (String column :
        new String[] {"户编号", "镇街代码", "户主身份证号", "帮扶类别", "家庭人口", "核定年度", INCOME, FILED}) {
      home.row().change(column, text -> "\u3000" + fullWidth(text) + " ");
    }
    planting.note(home.row(), "", Plant.ACCEPTED, "除文本外各类型先去空格、全角转半角", Effect.none(home.number()));
  }

  private void writtenOtherwise(String column, UnaryOperator<String> writing, String reason) {
    Home home = planting.home(Homes::claimant);
    home.row().change(column, writing);
    planting.note(home.row(), column, Plant.ACCEPTED, reason, Effect.none(home.number()));
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c - '!' + '！')));
    return wide.toString();
  }

  private static String chinese(String day) {
    LocalDate date = LocalDate.parse(day);
    return "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  private static String withoutZeros(String day) {
    return day.replace("-0", "-");
  }

  private static String grouped(String yuan) {
    return yuan.replaceAll("(\\d)(?=(\\d{3})+\\.)", "$1,");
  }
}
