package bangfu.report;

import bangfu.database.KeyPages;
import bangfu.engine.claim.PayeeKind;
import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code households.csv}: what each household with a ledger got this month and this year. */
final class HouseholdSums {
  private static final int HOUSEHOLDS_PER_PAGE = 1_000;
  private static final int FORMS = 4;
  private static final String LINES =
      "select household_no, posting_month, payee_kind, amount_fen from ledger_line"
          + " where household_no > ? and posting_month <= ? order by household_no limit ?";
  private static final String HOUSEHOLDS =
      "select household_no, head_name, town, village, pending_items from assessed_household"
          + " where household_no >= ? and household_no <= ?";

  private record Line(String household, int month, PayeeKind kind, long fen) {
    static Line of(ResultSet row) throws SQLException {
      return new Line(
          row.getString(1), row.getInt(2), PayeeKind.valueOf(row.getString(3)), row.getLong(4));
    }
  }

  /** 现金, 减免, 代缴 and 服务经费 of one household: four sums of the month, four of the year. */
  private static final class Sums {
    private final String household;
    private final long[] fen = new long[2 * FORMS];

    Sums(String household) {
      this.household = household;
    }
  }

  /** How a household is shown. */
  private record Shown(String head, String town, String village, long pendingItems) {
    static final Shown UNKNOWN = new Shown(null, null, null, 0);
  }

  private final Queries queries;
  private final Month month;
  private final CsvFile csv;
  private final List<Sums> page = new ArrayList<>();

  private HouseholdSums(Queries queries, Month month, CsvFile csv) {
    this.queries = queries;
    this.month = month;
    this.csv = csv;
  }

  static void write(KeyPages pages, Queries queries, Month month, Path folder) {
    try (CsvFile csv =
        CsvFile.utf8Bom(
            folder.resolve("households.csv"),
            "户编号",
            "户主姓名",
            "镇街代码",
            "村居代码",
            "本月现金",
            "本月减免",
            "本月代缴",
            "本月服务经费",
            "本年现金",
            "本年减免",
            "本年代缴",
            "本年服务经费",
            "待核实项数")) {
      HouseholdSums sums = new HouseholdSums(queries, month, csv);
      pages.each(LINES, "", (row, number) -> Line.of(row), sums::add, month.number());
      sums.flush();
    }
  }

  private void add(Line line) {
    if (page.isEmpty() || !last().household.equals(line.household())) {
      if (page.size() == HOUSEHOLDS_PER_PAGE) {
        flush();
      }
      page.add(new Sums(line.household()));
    }
    int form = form(line.kind());
    if (line.month() == month.number()) {
      last().fen[form] += line.fen();
    }
    if (line.month() >= month.firstOfYear()) {
      last().fen[FORMS + form] += line.fen();
    }
  }

  private Sums last() {
    return page.get(page.size() - 1);
  }

  private static int form(PayeeKind kind) {
    return switch (kind) {
      case HOUSEHOLD -> 0;
      case SCHOOL -> 1;
      case MEDICAL_INSURER, ACCIDENT_INSURER -> 2;
      case SERVICE_ORGANISATION, INSTITUTION -> 3;
    };
  }

  private void flush() {
    if (page.isEmpty()) {
      return;
    }
    Map<String, Shown> shown = new HashMap<>();
    queries.each(
        HOUSEHOLDS,
        row ->
            shown.put(
                row.getString(1),
                new Shown(row.getString(2), row.getString(3), row.getString(4), row.getLong(5))),
        page.get(0).household,
        last().household);
    page.forEach(sums -> row(sums, shown.getOrDefault(sums.household, Shown.UNKNOWN)));
    page.clear();
  }

  private void row(Sums sums, Shown shown) {
    Object[] cells = new Object[5 + 2 * FORMS];
    cells[0] = sums.household;
    cells[1] = shown.head();
    cells[2] = shown.town();
    cells[3] = shown.village();
    for (int i = 0; i < 2 * FORMS; i++) {
      cells[4 + i] = Yuan.format(sums.fen[i]);
    }
    cells[4 + 2 * FORMS] = shown.pendingItems();
    csv.row(cells);
  }
}
