package bangfu.sample;

import java.time.LocalDate;

/** 团区委: the visits of tw_visit to wubao elders. */
final class VolunteerTables implements HouseholdTables {

  @Override
  public void write(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    if (!household.has(Trait.WUBAO)) {
      return;
    }
    for (int year = 2017; year <= 2019; year++) {
      if (dice.chance(400)) {
        LocalDate day = dice.between(LocalDate.of(year, 3, 13), LocalDate.of(year, 12, 15));
        delivery
            .row("tw_visit")
            .set("日期", day)
            .set("对象", household.head().id())
            .set("类型", "邻里计划")
            .set("志愿者数", dice.between(2, 8))
            .end();
      }
    }
  }
}
