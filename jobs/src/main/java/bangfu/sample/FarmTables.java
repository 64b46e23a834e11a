package bangfu.sample;

import java.time.LocalDate;

/** 农业: ny_household, ny_claim, ny_link. */
final class FarmTables implements HouseholdTables {
  private final Plants plants;

  FarmTables(Plants plants) {
    this.plants = plants;
  }

  @Override
  public void write(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    if (household.has(Trait.FARMING)) {
      writeVerified(household, dice, delivery);
      for (int year = 2017; year <= 2019; year++) {
        writeClaims(household, year, dice, delivery);
      }
    }
    if (household.number().equals(plants.unverifiedClaimant())) {
      writeClaim(household, 1, LocalDate.of(2017, 5, 18), dice, delivery);
    }
  }

  private static void writeVerified(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    delivery
        .row("ny_household")
        .set("户编号", household.number())
        .set("核实日期", dice.day("2017-01-09", "2017-02-10"))
        .set("产业类型", dice.pick("水产养殖", "水稻", "蔬菜", "花卉苗木", "家禽", "莲藕"))
        .end();
    if (dice.chance(700)) {
      delivery
          .row("ny_link")
          .set("统一社会信用代码", FarmEntity.drawFor(household.town(), dice).code())
          .set("户编号", household.number())
          .set("起始日期", dice.day("2017-04-05", "2018-03-30"))
          .set("终止日期", dice.chance(40) ? dice.day("2018-06-01", "2019-11-30") : null)
          .end();
    }
  }

  private static void writeClaims(
      SampleHousehold household, int year, Dice dice, DeliveryWriter delivery) {
    int claims = dice.weighted(45, 30, 15, 10);
    for (int i = 1; i <= claims; i++) {
      writeClaim(household, i, expenseDay(year, dice), dice, delivery);
    }
  }

  /** A few expenses are older than the plan. */
  private static LocalDate expenseDay(int year, Dice dice) {
    if (year == 2017) {
      return dice.chance(25)
          ? dice.day("2017-02-13", "2017-03-09")
          : dice.day("2017-03-10", "2017-12-20");
    }
    return dice.between(LocalDate.of(year, 1, 8), LocalDate.of(year, 12, 20));
  }

  private static void writeClaim(
      SampleHousehold household, int count, LocalDate day, Dice dice, DeliveryWriter delivery) {
    boolean beyondCap = dice.chance(30);
    long invoiceFen =
        beyondCap ? 100L * dice.between(10_001, 14_000) : 50L * dice.between(600, 14_000);
    long approvedFen = dice.chance(800) ? invoiceFen : invoiceFen / 10_000 * 9_000;
    delivery
        .row("ny_claim")
        .set("凭证号", "NY" + day.getYear() + "-" + household.serial() + "-" + count)
        .set("户编号", household.number())
        .set("支出日期", day)
        .set("类别", dice.pick("种子种苗", "生产成本"))
        .setFen("票据金额", invoiceFen)
        .setFen("核定金额", approvedFen)
        .end();
  }
}
