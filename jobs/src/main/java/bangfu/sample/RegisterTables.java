package bangfu.sample;

import bangfu.engine.fact.Sex;
import java.time.YearMonth;

/** 区委农办 and 镇街: nb_household, nb_member, zx_death, zx_check, zx_shock. */
final class RegisterTables implements HouseholdTables {
  private static final long THRESHOLD_FEN = 1_100_000;

  @Override
  public void write(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    writeHousehold(household, dice, delivery);
    for (SamplePerson person : household.members()) {
      writeMember(household, person, delivery);
    }
    writeCheck(household, dice, delivery);
    if (dice.chance(3)) {
      writeShock(household, dice, delivery);
    }
  }

  private static void writeHousehold(
      SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    delivery
        .row("nb_household")
        .set("户编号", household.number())
        .set("镇街代码", household.town().code())
        .set("村居代码", household.villageCode())
        .set("户主身份证号", household.head().id())
        .set("帮扶类别", "1")
        .set("致贫原因", cause(household, dice))
        .set("家庭人口", household.members().size())
        .set("核定年度", "2016")
        .setFen("家庭年可支配收入", incomeFen(household, dice))
        .set("建档日期", SampleDates.FILED_ON)
        .set("退出日期", household.exitedOn())
        .set("帮扶卡号", "BF" + household.serial())
        .end();
  }

  private static String cause(SampleHousehold household, Dice dice) {
    HouseholdProfile profile = household.profile();
    if (profile.anyMember(Trait.ILL)) {
      return "因病";
    }
    if (profile.anyMember(Trait.DISABLED)) {
      return "因残";
    }
    if (profile.includes(Kind.PUPIL)) {
      return "因学";
    }
    if (profile.has(Trait.HOUSING)) {
      return "住房";
    }
    return profile.includes(Kind.LABOUR) ? dice.pick("缺技术", "缺资金", "因灾", "其他") : "缺劳力";
  }

  /**
   * S11: below the threshold for every household, by a fen for a few; at least the dibao standard
   * where one is on the roll.
   */
  private static long incomeFen(SampleHousehold household, Dice dice) {
    int persons = household.members().size();
    if (dice.chance(2)) {
      return THRESHOLD_FEN * persons - 1;
    }
    boolean onRoll = household.has(Trait.WUBAO) || household.profile().anyMember(Trait.DIBAO);
    int perHeadYuan = onRoll ? dice.between(7_560, 10_900) : dice.between(5_400, 10_980);
    return 100L * perHeadYuan * persons + dice.between(0, 99);
  }

  private static void writeMember(
      SampleHousehold household, SamplePerson person, DeliveryWriter delivery) {
    delivery
        .row("nb_member")
        .set("户编号", household.number())
        .set("身份证号", person.id())
        .set("姓名", person.name())
        .set("性别", person.sex() == Sex.MALE ? "男" : "女")
        .set("出生日期", person.birth())
        .set("与户主关系", person.profile().relation().label())
        .set("户籍", "本区")
        .set("户口性质", household.rural() ? "农村" : "城镇")
        .set("加入日期", person.is(Kind.INFANT) ? person.birth() : null)
        .set("离户日期", person.fate().leftOn())
        .set("户籍迁出日期", person.fate().hukouLeftOn())
        .end();
    if (person.fate().diedOn() != null) {
      delivery.row("zx_death").set("身份证号", person.id()).set("死亡日期", person.fate().diedOn()).end();
    }
  }

  private static void writeCheck(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    delivery
        .row("zx_check")
        .set("户编号", household.number())
        .set("月份", "2017-03")
        .set("核查日期", dice.day("2017-03-13", "2017-03-28"))
        .set("变化", dice.chance(960) ? "无" : dice.pick("收入", "住房", "其他"))
        .end();
  }

  private static void writeShock(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    int startMonth = dice.between(1, 9);
    int year = dice.pick(2017, 2018);
    long lossFen = 10_000L * dice.between(80, 900);
    boolean planned = dice.chance(700);
    delivery
        .row("zx_shock")
        .set("编号", "ZX" + household.serial())
        .set("户编号", household.number())
        .set("类别", household.profile().anyMember(Trait.ILL) ? "因病" : "因灾")
        .set("起始月", YearMonth.of(year, startMonth).toString())
        .set("截止月", YearMonth.of(year, startMonth + 1).toString())
        .setFen("损失总额", lossFen)
        .setFen("已报销赔付", lossFen * dice.between(10, 60) / 100)
        .set("认定日期", dice.day(year + "-11-01", year + "-12-20"))
        .set("帮扶方案号", planned ? "样例方案" + household.serial() : null)
        .setFen("方案金额", planned ? 10_000L * dice.between(10, 120) : null)
        .end();
  }
}
