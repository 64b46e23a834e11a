package bangfu.sample;

/** 住建: zj_housing. */
final class HousingTables implements HouseholdTables {

  @Override
  public void write(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    AcceptancePhase phase = household.profile().acceptance();
    if (phase != null || dice.chance(5)) {
      delivery
          .row("zj_housing")
          .set("户编号", household.number())
          .set("批次", phase == null ? "2017年补报" : "2017年第一批")
          .set("列入名单", phase != null)
          .set("类别", dice.pick("危房", "无房", "住房困难"))
          .set("住房镇街代码", household.town().code())
          .set("鉴定日期", dice.day("2016-09-05", "2017-02-24"))
          .set("验收日期", phase == null ? null : dice.between(phase.first(), phase.last()))
          .end();
    }
  }
}
