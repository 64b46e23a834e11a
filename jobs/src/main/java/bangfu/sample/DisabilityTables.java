package bangfu.sample;

import java.time.LocalDate;
import java.util.List;

/** 残联 and 卫计: cl_certificate, cl_rehab, wj_illness. */
final class DisabilityTables implements HouseholdTables {
  private static final List<String> CATEGORIES = List.of("视力", "听力", "言语", "肢体", "智力", "精神", "多重");
  private static final List<String> COMPONENTS = List.of("视力、肢体", "言语、智力", "肢体、精神", "听力、言语");
  private static final List<String> PROJECTS =
      List.of("白内障复明手术", "助听器适配", "言语训练", "假肢及矫形器适配", "智力康复训练", "精神病住院康复", "辅助器具适配");
  private static final List<String> INSTITUTIONS = List.of("样例康复医院", "样例辅助器具中心", "样例精神康复院");
  private static final List<Illness> SEVERE =
      List.of(new Illness("C34", "大病"), new Illness("N18", "大病"), new Illness("I63", "大病"));
  private static final List<Illness> CHRONIC =
      List.of(
          new Illness("I10", "长期慢性病"), new Illness("E11", "长期慢性病"), new Illness("J44", "长期慢性病"));

  @Override
  public void write(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    int place = 0;
    for (SamplePerson person : household.members()) {
      place++;
      if (person.has(Trait.DISABLED)) {
        String itemPrefix = "KF" + household.serial() + "-" + place;
        writeDisabled(person, itemPrefix, dice, delivery);
      }
      if (person.has(Trait.ILL)) {
        writeIllnesses(person, dice, delivery);
      }
    }
  }

  private static void writeDisabled(
      SamplePerson person, String itemPrefix, Dice dice, DeliveryWriter delivery) {
    int category = dice.weighted(110, 90, 25, 420, 130, 150, 75);
    int grade = 1 + dice.weighted(15, 25, 35, 25);
    LocalDate issued =
        SampleDates.later(dice.day("2008-06-01", "2016-12-20"), person.birth().plusDays(7));
    LocalDate lastDay = issued.plusYears(10).minusDays(1);
    delivery
        .row("cl_certificate")
        .set("残疾人证号", person.id() + (category + 1) + grade)
        .set("身份证号", person.id())
        .set("类别", CATEGORIES.get(category))
        .set("多重分类", CATEGORIES.get(category).equals("多重") ? dice.pick(COMPONENTS) : null)
        .set("等级", grade)
        .set("发证日期", issued)
        .set("有效期止", lastDay)
        .set("符合方案条件", true)
        .end();
    int items = dice.weighted(880, 90, 30);
    for (int i = 1; i <= items; i++) {
      writeItem(person, itemPrefix + "-" + i, category, dice, delivery);
    }
  }

  private static void writeItem(
      SamplePerson person, String approval, int category, Dice dice, DeliveryWriter delivery) {
    LocalDate served = dice.day("2017-03-13", "2019-11-29");
    if (person.isDeadOn(served)) {
      return;
    }
    boolean toInstitution = dice.chance(250);
    delivery
        .row("cl_rehab")
        .set("审批号", approval)
        .set("身份证号", person.id())
        .set("项目", PROJECTS.get(category))
        .set("服务日期", served)
        .setFen("核定金额", approvedFen(dice))
        .set("收款方", toInstitution ? "机构" : "本人")
        .set("机构名称", toInstitution ? dice.pick(INSTITUTIONS) : null)
        .end();
  }

  /** Most inside 200 to 24,000 yuan, some on a bound, a few a fen or more outside. */
  private static long approvedFen(Dice dice) {
    return switch (dice.weighted(900, 30, 30, 20, 20)) {
      case 1 -> 20_000;
      case 2 -> 2_400_000;
      case 3 -> dice.pick(15_000, 19_999);
      case 4 -> dice.pick(2_400_001, 2_650_000);
      default -> 1_000L * dice.between(20, dice.chance(800) ? 600 : 2_400);
    };
  }

  private static void writeIllnesses(SamplePerson person, Dice dice, DeliveryWriter delivery) {
    int kind = dice.weighted(30, 55, 15);
    if (kind != 1) {
      writeIllness(person, dice.pick(SEVERE), dice, delivery);
    }
    if (kind != 0) {
      writeIllness(person, dice.pick(CHRONIC), dice, delivery);
    }
  }

  private static void writeIllness(
      SamplePerson person, Illness illness, Dice dice, DeliveryWriter delivery) {
    delivery
        .row("wj_illness")
        .set("身份证号", person.id())
        .set("病种编码", illness.code())
        .set("类别", illness.category())
        .set(
            "确诊日期",
            SampleDates.later(dice.day("2009-01-05", "2016-12-20"), person.birth().plusDays(7)))
        .end();
  }

  private record Illness(String code, String category) {}
}
