package bangfu.sample;

import java.time.LocalDate;
import java.util.List;

/** 人社: rs_labour, rs_service. */
final class LabourTables implements HouseholdTables {
  private static final List<String> STATUSES = List.of("失业", "灵活就业", "就业基地", "公益性岗位");
  private static final List<String> SERVICES = List.of("就业指导", "岗位推荐", "技能培训", "创业培训", "入读技工院校");

  @Override
  public void write(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    for (SamplePerson person : household.members()) {
      if (person.is(Kind.LABOUR)) {
        writeAble(person, dice, delivery);
      } else if (person.is(Kind.DEPENDANT) && dice.chance(80)) {
        writeUnable(person, delivery);
      }
    }
  }

  private static void writeAble(SamplePerson person, Dice dice, DeliveryWriter delivery) {
    String status = person.employee() ? "单位就业" : STATUSES.get(dice.weighted(55, 33, 6, 6));
    boolean wishes = dice.chance(person.employee() ? 100 : 650);
    boolean contacted = dice.chance(850);
    delivery
        .row("rs_labour")
        .set("身份证号", person.id())
        .set("劳动能力", true)
        .set("就业愿望", wishes)
        .set("创业意向", dice.chance(90))
        .set("就业状态", status)
        .set("急需就业", wishes && status.equals("失业") && dice.chance(150))
        .set("联系日期", contacted ? dice.day("2017-01-09", "2017-03-24") : null)
        .end();
    if (wishes) {
      writeServices(person, dice, delivery);
    }
  }

  private static void writeUnable(SamplePerson person, DeliveryWriter delivery) {
    delivery
        .row("rs_labour")
        .set("身份证号", person.id())
        .set("劳动能力", false)
        .set("就业愿望", false)
        .set("创业意向", false)
        .set("就业状态", "失业")
        .set("急需就业", false)
        .set("联系日期", LocalDate.of(2017, 2, 15))
        .end();
  }

  private static void writeServices(SamplePerson person, Dice dice, DeliveryWriter delivery) {
    for (String service : SERVICES.subList(0, dice.between(0, SERVICES.size()))) {
      LocalDate day = dice.day("2017-03-13", "2019-11-29");
      if (!person.isDeadOn(day)) {
        delivery
            .row("rs_service")
            .set("身份证号", person.id())
            .set("服务", service)
            .set("日期", day)
            .set("结果", dice.pick("已完成", "跟进中", "已上岗", null))
            .end();
      }
    }
  }
}
