package bangfu.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * What the 126 villages have once each, whatever the size of the sample: zx_notice, fl_activity,
 * tw_visit.
 */
final class VillageTables {
  private static final int STREAM = 2;
  private static final List<String> ACTIVITIES =
      List.of("亲子阅读", "健康讲座", "手工培训", "法律咨询", "心理辅导", "节日联欢", "家庭教育课堂");

  private VillageTables() {}

  static void write(long seed, DeliveryWriter delivery) {
    for (Town town : Town.values()) {
      for (int i = 0; i < BaselineFigure.VILLAGES.in(town); i++) {
        Dice dice = new Dice(seed, town.number(), i, STREAM);
        writeVillage(town.villageCode(i), dice, delivery);
      }
    }
  }

  private static void writeVillage(String village, Dice dice, DeliveryWriter delivery) {
    writeNotice(village, dice, delivery);
    for (int year = 2017; year <= 2019; year++) {
      writeActivities(village, year, dice, delivery);
      writeVisits(village, year, dice, delivery);
    }
  }

  /** Seven days or more, over before the households are filed. */
  private static void writeNotice(String village, Dice dice, DeliveryWriter delivery) {
    LocalDate first = dice.day("2017-02-13", "2017-02-22");
    delivery
        .row("zx_notice")
        .set("编号", "GS2017-" + village)
        .set("村居代码", village)
        .set("公示起", first)
        .set("公示止", first.plusDays(dice.between(7, 12)))
        .set("名单批次", "2017年第一批")
        .set("异议数", 0)
        .end();
  }

  /** At least six a year (2.2.7-c), the seventh in some villages. */
  private static void writeActivities(
      String village, int year, Dice dice, DeliveryWriter delivery) {
    int activities = dice.chance(300) ? 7 : 6;
    for (int i = 0; i < activities; i++) {
      LocalDate day = LocalDate.of(year, 4 + i, dice.between(1, 28));
      delivery
          .row("fl_activity")
          .set("村居代码", village)
          .set("日期", day)
          .set("名称", ACTIVITIES.get(i))
          .set("人数", dice.between(12, 60))
          .set("承接机构", "样例妇女社会工作服务中心")
          .end();
    }
  }

  private static void writeVisits(String village, int year, Dice dice, DeliveryWriter delivery) {
    for (String kind : List.of("送戏", "送医", "节日慰问")) {
      delivery
          .row("tw_visit")
          .set("日期", dice.between(LocalDate.of(year, 3, 13), LocalDate.of(year, 12, 20)))
          .set("对象", village)
          .set("类型", kind)
          .set("志愿者数", dice.between(5, 25))
          .end();
    }
  }
}
