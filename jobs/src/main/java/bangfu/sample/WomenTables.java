package bangfu.sample;

import bangfu.engine.fact.SchoolStage;
import bangfu.engine.fact.Sex;
import java.time.LocalDate;

/** 妇联: fl_mother. Who is listed in March 2017 stays listed all the year; later the list moves. */
final class WomenTables implements HouseholdTables {

  @Override
  public void write(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    if (household.has(Trait.SINGLE_MOTHER)) {
      LocalDate last = dice.chance(60) ? dice.day("2018-03-01", "2019-09-30") : null;
      writeMother(household, dice.day("2016-03-08", "2016-12-20"), last, dice, delivery);
    } else if (isUnlistedSingleMother(household) && dice.chance(120)) {
      writeMother(household, dice.day("2018-01-08", "2019-06-28"), null, dice, delivery);
    }
  }

  private static boolean isUnlistedSingleMother(SampleHousehold household) {
    SamplePerson head = household.head();
    return head.sex() == Sex.FEMALE
        && head.is(Kind.LABOUR)
        && !household.profile().includes(Relation.SPOUSE)
        && household.members().stream().anyMatch(WomenTables::isYoungChild);
  }

  private static boolean isYoungChild(SamplePerson person) {
    SchoolStage stage = person.profile().stage();
    return person.profile().relation() == Relation.CHILD
        && (person.is(Kind.INFANT)
            || stage == SchoolStage.PRESCHOOL
            || stage == SchoolStage.PRIMARY);
  }

  private static void writeMother(
      SampleHousehold household,
      LocalDate first,
      LocalDate last,
      Dice dice,
      DeliveryWriter delivery) {
    delivery
        .row("fl_mother")
        .set("身份证号", household.head().id())
        .set("列入日期", first)
        .set("退出日期", last)
        .set("困难程度", dice.pick("一般困难", "较困难", "特别困难"))
        .set("更新日期", first.plusDays(dice.between(0, 60)))
        .end();
  }
}
