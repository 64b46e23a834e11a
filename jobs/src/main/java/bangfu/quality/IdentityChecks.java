package bangfu.quality;

import bangfu.engine.fact.IdentityNumber;
import bangfu.engine.fact.Membership;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.Sex;
import bangfu.engine.fact.Unit;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.IsoDay;
import bangfu.quality.UnitChecks.Report;
import bangfu.register.StoredRow;
import java.time.LocalDate;
import java.util.Set;

/** Q02 to Q05 and Q07: who a person is. */
final class IdentityChecks {
  static final int OLDEST_AGE = 120;

  /** Province prefixes of GB/T 2260. */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82");

  private IdentityChecks() {}

  static void q02CheckCharacter(Unit unit, Report report) {
    for (StoredRow row : report.of("nb_member")) {
      String id = row.value("身份证号");
      if (!IdentityNumber.hasValidCheckCharacter(id)) {
        add(report, "Q02", row, "身份证号校验位应为 " + IdentityNumber.checkCharacter(id));
      }
    }
  }

  static void q03Birth(Unit unit, Report report) {
    for (StoredRow row : report.of("nb_member")) {
      LocalDate birth = IsoDay.parse(row.value("出生日期"));
      LocalDate inId = IdentityNumber.birth(row.value("身份证号"));
      if (inId == null) {
        add(report, "Q03", row, "身份证号中的出生日期不是实有的日期");
      } else if (!birth.equals(inId)) {
        add(report, "Q03", row, "身份证号中的出生日期为 " + inId + "，出生日期列为 " + birth);
      } else if (birth.isAfter(report.asOf())) {
        add(report, "Q03", row, "出生日期在数据截止日之后");
      } else if (birth.plusYears(OLDEST_AGE + 1L).isBefore(report.asOf().plusDays(1))) {
        add(report, "Q03", row, "年龄超过 " + OLDEST_AGE + " 岁");
      }
    }
  }

  static void q04Sex(Unit unit, Report report) {
    for (StoredRow row : report.of("nb_member")) {
      boolean male = IdentityNumber.sex(row.value("身份证号")) == Sex.MALE;
      if (male != "男".equals(row.value("性别"))) {
        add(report, "Q04", row, "身份证号第17位表示" + (male ? "男" : "女") + "，性别列为" + row.value("性别"));
      }
    }
  }

  static void q05AreaCode(Unit unit, Report report) {
    for (StoredRow row : report.of("nb_member")) {
      String id = row.value("身份证号");
      if (!PROVINCES.contains(id.substring(0, 2))) {
        report.add(
            Finding.at("Q05", Level.WARN, row.value("户编号"), id, row.source(), "身份证号前两位不是省级代码"));
      }
    }
  }

  static void q07TwoHouseholds(Unit unit, Report report) {
    for (Person person : unit.persons()) {
      DaySet both = person.duplicateDays();
      for (Membership membership : person.memberships()) {
        if (membership.stay().meets(both)) {
          report.add(
              Finding.at(
                  "Q07",
                  Level.BLOCK,
                  membership.household().number(),
                  person.id(),
                  membership.source(),
                  "同一身份证号同日登记在两户：" + both));
        }
      }
    }
  }

  private static void add(Report report, String check, StoredRow row, String message) {
    report.add(
        Finding.at(check, Level.BLOCK, row.value("户编号"), row.value("身份证号"), row.source(), message));
  }
}
