package bangfu.report;

import bangfu.engine.claim.PayerLevel;
import bangfu.rules.Policy;
import bangfu.table.CsvFile;
import bangfu.table.SortedRows;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code summary.csv}: money by clause, payer and fund; what a director asks first. Sums of whole
 * households, which add up. Not for two threads at once.
 */
final class SummarySums {
  /** A person's identity number has so many characters, a household number fewer. */
  private static final int ID_CHARS = 18;

  /**
   * What money is summed by.
   *
   * @param level name of a {@link PayerLevel}
   */
  record Key(String clause, String level, String town, String fund) {}

  /** The sums of one key, in fen, and who has a net of this month. */
  private static final class Sums {
    private final Map<String, Long> monthFenByPerson = new HashMap<>();
    private long households;
    private long monthFen;
    private long beforeFen;
    private long yearFen;

    void add(Sums other) {
      other.monthFenByPerson.forEach((p, fen) -> monthFenByPerson.merge(p, fen, Math::addExact));
      households += other.households;
      monthFen = Math.addExact(monthFen, other.monthFen);
      beforeFen = Math.addExact(beforeFen, other.beforeFen);
      yearFen = Math.addExact(yearFen, other.yearFen);
    }

    long persons() {
      return monthFenByPerson.values().stream().filter(fen -> fen != 0).count();
    }
  }

  private final Month month;
  private final Map<Key, Sums> byKey = new HashMap<>();

  SummarySums(Month month) {
    this.month = month;
  }

  /** Adds all lines of one household. */
  void addHousehold(List<HouseholdLine> lines) {
    Map<Key, Sums> household = new HashMap<>();
    for (HouseholdLine line : lines) {
      if (line.month() >= month.firstOfYear() || line.month() == month.previous()) {
        add(line, household.computeIfAbsent(line.key(), key -> new Sums()));
      }
    }
    household.forEach(
        (key, sums) -> {
          sums.households = sums.monthFen == 0 ? 0 : 1;
          byKey.computeIfAbsent(key, k -> new Sums()).add(sums);
        });
  }

  private void add(HouseholdLine line, Sums sums) {
    long fen = line.amountFen();
    if (line.month() == month.number()) {
      sums.monthFen = Math.addExact(sums.monthFen, fen);
      if (line.subject().length() == ID_CHARS) {
        sums.monthFenByPerson.merge(line.subject(), fen, Math::addExact);
      }
    }
    if (line.month() == month.previous()) {
      sums.beforeFen = Math.addExact(sums.beforeFen, fen);
    }
    if (line.month() >= month.firstOfYear()) {
      sums.yearFen = Math.addExact(sums.yearFen, fen);
    }
  }

  /** Adds the sums of other households. */
  void add(SummarySums other) {
    other.byKey.forEach((key, sums) -> byKey.computeIfAbsent(key, k -> new Sums()).add(sums));
  }

  void write(Policy policy, Path folder) {
    try (CsvFile csv =
        CsvFile.utf8Bom(
            folder.resolve("summary.csv"),
            "条款",
            "项目",
            "付款层级",
            "付款镇街代码",
            "资金代码",
            "户数",
            "人数",
            "本月金额",
            "上月金额",
            "本年累计")) {
      SortedRows rows = new SortedRows(5);
      byKey.forEach(
          (key, sums) ->
              rows.add(
                  key.clause(),
                  policy.title(key.clause()),
                  PayerLevel.valueOf(key.level()).label(),
                  key.town(),
                  key.fund(),
                  sums.households,
                  sums.persons(),
                  Yuan.format(sums.monthFen),
                  Yuan.format(sums.beforeFen),
                  Yuan.format(sums.yearFen)));
      rows.writeTo(csv);
    }
  }
}
