package bangfu.sample;

import java.util.List;

/**
 * The tables about no household: mz_standard, rs_min_contribution, cz_payer_rule, cz_budget,
 * ny_entity. Figures and document numbers after 2016 are invented and say so.
 */
final class ReferenceTables {
  private ReferenceTables() {}

  /**
   * @param households size of the sample, to which the budget is cut
   */
  static void write(int households, DeliveryWriter delivery) {
    writeStandards(delivery);
    writePayerRules(delivery);
    writeEntities(delivery);
    int parts = 1 + (households - 1) / BaselineFigure.HOUSEHOLDS.total();
    for (int year = 2017; year <= 2019; year++) {
      writeBudget(year, parts, delivery);
    }
  }

  private static void writeStandards(DeliveryWriter delivery) {
    writeStandard("2014", "520.00", "方案所列2014年标准", delivery);
    writeStandard("2015", "550.00", "方案所列2015年标准", delivery);
    writeStandard("2016", "630.00", "方案所列2016年标准", delivery);
    writeStandard("2017", "690.00", "样例民〔2017〕1号", delivery);
    writeStandard("2018", "750.00", "样例民〔2018〕1号", delivery);
    writeStandard("2019", "800.00", "样例民〔2019〕1号", delivery);
    delivery
        .row("rs_min_contribution")
        .set("起始月", "2018-01")
        .set("金额", "120.00")
        .set("文号", "样例人社〔2018〕1号")
        .end();
  }

  private static void writeStandard(
      String year, String yuan, String document, DeliveryWriter delivery) {
    delivery
        .row("mz_standard")
        .set("起始月", year + "-01")
        .set("截止月", year + "-12")
        .set("标准", yuan)
        .set("文号", document)
        .end();
  }

  private static void writePayerRules(DeliveryWriter delivery) {
    int number = 0;
    for (PayerRule rule : PayerRule.all()) {
      number++;
      delivery
          .row("cz_payer_rule")
          .set("条款", rule.clause())
          .set("起始日期", rule.firstDay())
          .set("资金代码", rule.fund())
          .set("付款层级", rule.level())
          .set("文号", "样例财〔" + rule.firstDay().substring(0, 4) + "〕" + number + "号")
          .end();
    }
  }

  private static void writeEntities(DeliveryWriter delivery) {
    for (FarmEntity entity : FarmEntity.all()) {
      delivery
          .row("ny_entity")
          .set("统一社会信用代码", entity.code())
          .set("名称", entity.name())
          .set("类型", entity.type())
          .set("级别", entity.level())
          .end();
    }
  }

  private static void writeBudget(int year, int parts, DeliveryWriter delivery) {
    for (Line line : Line.ALL) {
      List<Town> towns = line.level().equals("镇") ? List.of(Town.values()) : List.of();
      if (towns.isEmpty()) {
        writeLine(year, line, null, parts, delivery);
      }
      towns.forEach(town -> writeLine(year, line, town.code(), parts, delivery));
    }
  }

  private static void writeLine(
      int year, Line line, String townCode, int parts, DeliveryWriter delivery) {
    delivery
        .row("cz_budget")
        .set("年度", year)
        .set("资金代码", line.fund())
        .set("付款层级", line.level())
        .set("镇街代码", townCode)
        .setFen("金额", 100L * line.yuan() * parts)
        .end();
  }

  /**
   * @param yuan a year, for 3,979 households; for 镇 in each town
   */
  private record Line(String fund, String level, long yuan) {
    static final List<Line> ALL =
        List.of(
            new Line("HOUSING", "市", 13_000_000),
            new Line("HOUSING", "区", 13_000_000),
            new Line("HOUSING", "镇", 3_000_000),
            new Line("AGR", "区", 12_000_000),
            new Line("AGR", "市", 12_000_000),
            new Line("DIS", "区", 3_000_000),
            new Line("EDU", "区", 5_000_000),
            new Line("EDU", "市", 1_500_000),
            new Line("EDU", "省", 500_000),
            new Line("AGE", "市", 4_500_000),
            new Line("AGE", "镇", 60_000),
            new Line("MED", "区", 1_000_000),
            new Line("WOM", "镇", 60_000),
            new Line("WOM", "区", 600_000),
            new Line("SHOCK", "区", 500_000),
            new Line("SHOCK", "镇", 100_000),
            new Line("WORK", "镇", 200_000));
  }
}
