package bangfu.quality;

import bangfu.engine.fact.Unit;
import bangfu.intake.Row;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.quality.UnitChecks.Report;
import bangfu.register.StoredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Q33 and Q36: what single rows say. */
final class RowChecks {
  private static final String PREMIUM_FEN = "36000";

  /** Columns that begin and end an interval. */
  private record Interval(String from, String to) {
    boolean isIn(Table table) {
      return has(table, from) && has(table, to);
    }

    private static boolean has(Table table, String column) {
      return table.columns().stream().anyMatch(c -> c.name().equals(column));
    }
  }

  private static final List<Interval> INTERVALS =
      List.of(
          new Interval("起始日期", "终止日期"),
          new Interval("列入日期", "退出日期"),
          new Interval("建档日期", "退出日期"),
          new Interval("加入日期", "离户日期"),
          new Interval("入学日期", "离校日期"),
          new Interval("发证日期", "有效期止"),
          new Interval("公示起", "公示止"),
          new Interval("起始月", "截止月"));

  private static final Map<String, List<Interval>> INTERVALS_BY_TABLE =
      Tables.standard().all().stream()
          .collect(
              Collectors.toMap(
                  Table::name, table -> INTERVALS.stream().filter(i -> i.isIn(table)).toList()));

  private RowChecks() {}

  static void q33EndBeforeBegin(Unit unit, Report report) {
    for (StoredRow row : report.rows()) {
      endsBeforeBegins(row.row()).forEach(message -> add(report, "Q33", row, message));
    }
  }

  /** What Q33 says of a row: nothing, or one message for each interval that is upside down. */
  static List<String> endsBeforeBegins(Row row) {
    List<String> messages = new ArrayList<>();
    for (Interval interval : INTERVALS_BY_TABLE.getOrDefault(row.table().name(), List.of())) {
      String from = row.value(interval.from());
      String to = row.value(interval.to());
      if (from != null && to != null && to.compareTo(from) < 0) {
        messages.add(interval.to() + " " + to + " 早于" + interval.from() + " " + from);
      }
    }
    return messages;
  }

  static void q36Premium(Unit unit, Report report) {
    for (StoredRow row : report.of("rs_medical")) {
      String premium = row.value("个人应缴");
      if ("居民".equals(row.value("险种")) && premium != null && !premium.equals(PREMIUM_FEN)) {
        add(report, "Q36", row, "居民医保个人应缴不是 360 元，仍按 360 元计");
      }
    }
  }

  private static void add(Report report, String check, StoredRow row, String message) {
    String subject = row.row().subject() == null ? "" : row.row().subject();
    boolean household = subject.length() < 18;
    report.add(
        Finding.at(check, Level.WARN, household ? subject : "", subject, row.source(), message));
  }
}
