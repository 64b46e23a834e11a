package bangfu.report;

import bangfu.assess.AssessedHousehold;
import bangfu.engine.claim.PayeeKind;
import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.util.List;

/** {@code households.csv}: what each household with a ledger got this month and this year. */
final class HouseholdSums {
  private static final int FORMS = 4;

  private HouseholdSums() {}

  static CsvFile file(Path folder) {
    return CsvFile.utf8Bom(
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
        "待核实项数");
  }

  /**
   * The row of a household.
   *
   * @param lines all its lines through the month, at least one
   * @param shown null when the last assessment knew no such household
   */
  static Object[] row(List<HouseholdLine> lines, AssessedHousehold shown, Month month) {
    Object[] cells = new Object[5 + 2 * FORMS];
    cells[0] = lines.get(0).household();
    if (shown != null) {
      cells[1] = shown.headName();
      cells[2] = shown.town();
      cells[3] = shown.village();
    }
    long[] fen = sums(lines, month);
    for (int i = 0; i < fen.length; i++) {
      cells[4 + i] = Yuan.format(fen[i]);
    }
    cells[4 + fen.length] = shown == null ? 0 : shown.pendingItems();
    return cells;
  }

  /** 现金, 减免, 代缴 and 服务经费: four sums of the month, four of the year. */
  private static long[] sums(List<HouseholdLine> lines, Month month) {
    long[] fen = new long[2 * FORMS];
    for (HouseholdLine line : lines) {
      int form = form(line.payeeKind());
      if (line.month() == month.number()) {
        fen[form] = Math.addExact(fen[form], line.amountFen());
      }
      if (line.month() >= month.firstOfYear()) {
        fen[FORMS + form] = Math.addExact(fen[FORMS + form], line.amountFen());
      }
    }
    return fen;
  }

  private static int form(PayeeKind kind) {
    return switch (kind) {
      case HOUSEHOLD -> 0;
      case SCHOOL -> 1;
      case MEDICAL_INSURER, ACCIDENT_INSURER -> 2;
      case SERVICE_ORGANISATION, INSTITUTION -> 3;
    };
  }
}
