package bangfu.assess;

import bangfu.engine.fact.FarmClaim;
import bangfu.engine.fact.FarmVerification;
import bangfu.engine.fact.Household;
import bangfu.engine.fact.HousingRow;
import bangfu.engine.fact.Shock;
import bangfu.register.StoredRow;
import java.util.function.BiConsumer;

/** The facts about households: farming, housing, shocks. */
final class HouseholdFacts {
  private HouseholdFacts() {}

  static void add(UnitAssembler unit) {
    each(unit, "ny_household", HouseholdFacts::verification);
    each(unit, "ny_claim", HouseholdFacts::claim);
    each(unit, "zj_housing", HouseholdFacts::housing);
    each(unit, "zx_shock", HouseholdFacts::shock);
  }

  private static void each(
      UnitAssembler unit, String table, BiConsumer<Household, StoredRow> adder) {
    for (StoredRow row : unit.rows(table)) {
      Household household = unit.household(row);
      if (household != null) {
        adder.accept(household, row);
      }
    }
  }

  private static void verification(Household household, StoredRow row) {
    household
        .farmVerifications()
        .add(
            new FarmVerification(
                household, new Cells(row).date("核实日期"), new Cells(row).lastDay(), row.source()));
  }

  private static void claim(Household household, StoredRow row) {
    Cells cells = new Cells(row);
    household
        .farmClaims()
        .add(
            new FarmClaim(
                household, row.value("凭证号"), cells.date("支出日期"), cells.fen("核定金额"), row.source()));
  }

  private static void housing(Household household, StoredRow row) {
    household
        .housingRows()
        .add(
            new HousingRow(
                household,
                row.value("批次"),
                row.undated(version -> "是".equals(version.value("列入名单"))),
                new Cells(row).date("验收日期"),
                row.source()));
  }

  private static void shock(Household household, StoredRow row) {
    Cells cells = new Cells(row);
    household
        .shocks()
        .add(
            new Shock(
                household,
                row.value("编号"),
                cells.month("截止月"),
                cells.fen("损失总额"),
                cells.fen("已报销赔付"),
                cells.date("认定日期"),
                cells.lastDay(),
                cells.fen("方案金额"),
                row.source()));
  }
}
