package bangfu.quality;

import bangfu.engine.fact.EmploymentStatus;
import bangfu.engine.fact.Household;
import bangfu.engine.fact.HousingRow;
import bangfu.engine.fact.LabourStatus;
import bangfu.engine.fact.Membership;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.RehabilitationItem;
import bangfu.engine.fact.Sex;
import bangfu.engine.fact.Source;
import bangfu.engine.fact.Unit;
import bangfu.quality.UnitChecks.Report;
import bangfu.register.StoredRow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Q10, Q18, Q21 to Q26, Q28, Q37 and Q38: households and what is claimed for them. */
final class HouseholdChecks {
  private static final long LEAST_REHABILITATION_FEN = 200_00;
  private static final long MOST_REHABILITATION_FEN = 24_000_00;
  static final int ADULT_AGE = 18;

  private HouseholdChecks() {}

  static void q10Head(Unit unit, Report report) {
    for (Household household : unit.households()) {
      List<Membership> heads =
          household.members().stream()
              .filter(m -> m.head() && m.days().contains(report.day()))
              .toList();
      if (heads.size() != 1) {
        add(report, "Q10", household, heads.isEmpty() ? "没有在世在户的户主" : "有 " + heads.size() + " 个户主");
      } else if (!heads.get(0).person().id().equals(household.registration().headId())) {
        add(report, "Q10", household, "户主身份证号与成员表的户主不同");
      }
    }
  }

  static void q18NotOnFile(Unit unit, Report report) {
    for (Person person : unit.persons()) {
      boolean listed =
          person.rollDays().contains(report.day())
              || Person.daysOf(person.certificates()).contains(report.day());
      boolean onFile =
          person.memberships().stream()
              .anyMatch(
                  m ->
                      m.household().days().contains(report.day())
                          && m.days().contains(report.day()));
      if (listed && !onFile && person.aliveDays().contains(report.day())) {
        Membership first = person.memberships().get(0);
        report.add(
            Finding.at(
                "Q18",
                Level.WARN,
                PersonChecks.home(person),
                person.id(),
                first.source(),
                "在低保、五保名册或持残疾人证，但不在册"));
      }
    }
  }

  static void q21Rehabilitation(Unit unit, Report report) {
    for (Person person : unit.persons()) {
      for (RehabilitationItem item : person.rehabilitationItems()) {
        if (item.approvedFen() < LEAST_REHABILITATION_FEN
            || item.approvedFen() > MOST_REHABILITATION_FEN) {
          report.add(
              new Finding(
                  "Q21",
                  Level.WARN,
                  PersonChecks.home(person),
                  person.id(),
                  item.source().table(),
                  item.source().line(),
                  "核定金额不在 200 至 24000 元之间",
                  Finding.REFUSED));
        }
      }
    }
  }

  static void q22ClaimAboveInvoice(Unit unit, Report report) {
    for (StoredRow row : report.of("ny_claim")) {
      if (Long.parseLong(row.value("核定金额")) > Long.parseLong(row.value("票据金额"))) {
        report.add(
            Finding.at(
                "Q22", Level.WARN, row.value("户编号"), row.value("户编号"), row.source(), "核定金额高于票据金额"));
      }
    }
  }

  static void q23HousingAgain(Unit unit, Report report) {
    Set<String> families = new HashSet<>();
    for (Household household : unit.households()) {
      for (HousingRow row : household.housingRows()) {
        if (row.acceptedOn() != null
            && !row.acceptedOn().isAfter(report.asOf())
            && !families.add(household.family())) {
          report.add(
              Finding.at(
                  "Q23",
                  Level.WARN,
                  household.number(),
                  household.number(),
                  row.source(),
                  "本户或同源户已有一次住房改造验收，只补助一次"));
        }
      }
    }
  }

  static void q24Mother(Unit unit, Report report) {
    for (Person mother : unit.persons()) {
      if (Person.daysOf(mother.motherListings()).contains(report.day())) {
        for (Membership membership : mother.memberships()) {
          q24(mother, membership, report);
        }
      }
    }
  }

  private static void q24(Person mother, Membership membership, Report report) {
    Household household = membership.household();
    if (mother.sex() == Sex.MALE) {
      add(report, "Q24", household, "单亲特困母亲名单中的人为男性");
    }
    if (hasRelation(household, "配偶", report)) {
      add(report, "Q24", household, "单亲特困母亲的家庭有配偶");
    }
    List<StoredRow> children = relations(household, Set.of("子女"), report);
    boolean minor =
        children.stream()
            .anyMatch(
                c -> LocalDate.parse(c.value("出生日期")).plusYears(ADULT_AGE).isAfter(report.asOf()));
    if (!children.isEmpty() && !minor) {
      add(report, "Q24", household, "单亲特困母亲的子女均已成年");
    }
  }

  static void q25Income(Unit unit, Report report) {
    for (Household household : unit.households()) {
      boolean earner =
          household.members().stream()
              .map(m -> m.person().labour())
              .anyMatch(labour -> isEmployed(labour, report.day()));
      if (household.registration().incomeFen() == 0 && earner) {
        add(report, "Q25", household, "收入为 0 而有成员在单位就业");
      }
    }
  }

  private static boolean isEmployed(LabourStatus labour, int day) {
    LabourStatus.Entry entry = labour == null ? null : labour.entry().at(day);
    return entry != null && entry.status() == EmploymentStatus.EMPLOYER;
  }

  static void q26WubaoFamily(Unit unit, Report report) {
    for (Household household : unit.households()) {
      boolean wubao =
          household.members().stream()
              .anyMatch(m -> Person.daysOf(m.person().wubaoSpells()).contains(report.day()));
      if (wubao && !relations(household, Set.of("配偶", "子女"), report).isEmpty()) {
        add(report, "Q26", household, "五保户有配偶或子女");
      }
    }
  }

  static void q28Unchecked(Unit unit, Report report) {
    String month = YearMonth.from(report.asOf()).toString();
    Set<String> checked =
        report.of("zx_check").stream()
            .filter(row -> row.value("月份").equals(month))
            .map(row -> row.value("户编号"))
            .collect(Collectors.toSet());
    for (Household household : unit.households()) {
      if (household.days().contains(report.day()) && !checked.contains(household.number())) {
        add(report, UnitChecks.OF_MONTH, household, month + " 未核查");
      }
    }
  }

  static void q37OutsideControl(Unit unit, Report report) {
    for (Household household : unit.households()) {
      boolean accepted =
          household.housingRows().stream()
              .anyMatch(r -> r.acceptedOn() != null && !r.acceptedOn().isAfter(report.asOf()));
      if (accepted && household.fileDays(Set.of(3)).contains(report.day())) {
        add(report, "Q37", household, "第三类户的住房改造不在 623 户控制数之内");
      }
    }
  }

  static void q38Size(Unit unit, Report report) {
    for (Household household : unit.households()) {
      int filed = household.registration().persons();
      long members = household.members().stream().map(Membership::person).distinct().count();
      if (filed == 0) {
        report.add(
            Finding.at(
                "Q38",
                Level.BLOCK,
                household.number(),
                household.number(),
                household.source(),
                "家庭人口为 0，无法认定类别"));
      } else if (filed != members) {
        add(report, "Q38", household, "家庭人口 " + filed + "，成员 " + members + " 人");
      }
    }
  }

  private static boolean hasRelation(Household household, String relation, Report report) {
    return !relations(household, Set.of(relation), report).isEmpty();
  }

  /** The member rows of those who are alive and live in the household on the day. */
  private static List<StoredRow> relations(
      Household household, Set<String> relations, Report report) {
    Set<Source> present =
        household.members().stream()
            .filter(member -> member.days().contains(report.day()))
            .map(Membership::source)
            .collect(Collectors.toSet());
    return report.of("nb_member").stream()
        .filter(row -> present.contains(row.source()))
        .filter(row -> relations.contains(row.value("与户主关系")))
        .toList();
  }

  private static void add(Report report, String check, Household household, String message) {
    report.add(
        Finding.at(
            check,
            Level.WARN,
            household.number(),
            household.number(),
            household.source(),
            message));
  }
}
