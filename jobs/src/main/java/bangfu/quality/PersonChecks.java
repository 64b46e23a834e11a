package bangfu.quality;

import bangfu.engine.fact.Certificate;
import bangfu.engine.fact.EmploymentStatus;
import bangfu.engine.fact.Enrolment;
import bangfu.engine.fact.LabourStatus;
import bangfu.engine.fact.MedicalScheme;
import bangfu.engine.fact.MedicalSpell;
import bangfu.engine.fact.Membership;
import bangfu.engine.fact.Pension;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.PersonalFact;
import bangfu.engine.fact.SchoolStage;
import bangfu.engine.fact.Spell;
import bangfu.engine.fact.Unit;
import bangfu.engine.time.DaySet;
import bangfu.quality.UnitChecks.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Q09, Q11 to Q15, Q17, Q19 and Q20: what departments say about one person. */
final class PersonChecks {
  static final int ELDER_AGE = 60;
  private static final int CATEGORY_AT = 18;
  private static final int CERTIFICATE_LENGTH = 20;

  /** Usual ages, both included. */
  private static final Map<SchoolStage, int[]> AGES = new EnumMap<>(SchoolStage.class);

  static {
    AGES.put(SchoolStage.PRESCHOOL, new int[] {3, 6});
    AGES.put(SchoolStage.PRIMARY, new int[] {6, 13});
    AGES.put(SchoolStage.JUNIOR_SECONDARY, new int[] {11, 17});
    AGES.put(SchoolStage.SENIOR_SECONDARY, new int[] {14, 20});
    AGES.put(SchoolStage.SECONDARY_VOCATIONAL, new int[] {14, 20});
    AGES.put(SchoolStage.TECHNICIAN, new int[] {14, 20});
    AGES.put(SchoolStage.COLLEGE, new int[] {16, 25});
    AGES.put(SchoolStage.BACHELOR, new int[] {16, 25});
  }

  private PersonChecks() {}

  static void q09DeadButActive(Unit unit, Report report) {
    for (Person person : unit.persons()) {
      if (person.died() == null || !person.died().isBefore(report.asOf())) {
        continue;
      }
      DaySet after = DaySet.between(person.died().plusDays(1), report.asOf());
      List<PersonalFact> spells = new ArrayList<>(person.dibaoSpells());
      spells.addAll(person.wubaoSpells());
      spells.addAll(person.medicalSpells());
      for (PersonalFact spell : spells) {
        if (spell.days().meets(after)) {
          add(report, "Q09", Level.WARN, spell, "已登记死亡，本表仍在有效期内");
        }
      }
    }
  }

  static void q11TwoSchools(Unit unit, Report report) {
    for (Person person : unit.persons()) {
      DaySet both = person.schoolConflictDays();
      for (Enrolment enrolment : person.enrolments()) {
        if (enrolment.days().meets(both)) {
          add(report, "Q11", Level.BLOCK, enrolment, "同日在两所学校或两个学段：" + both);
        }
      }
    }
  }

  static void q12AgeForStage(Unit unit, Report report) {
    for (Person person : unit.persons()) {
      for (Enrolment enrolment : person.enrolments()) {
        int[] ages = AGES.get(enrolment.stage());
        LocalDate day = LocalDate.of(enrolment.from().getYear(), 9, 1);
        if (ages != null && enrolment.days().contains(report.day())) {
          int age = person.ageOn(day.isBefore(person.birth()) ? person.birth() : day);
          if (age < ages[0] - 1 || age > ages[1]) {
            add(
                report,
                "Q12",
                Level.WARN,
                enrolment,
                "入学年龄 " + age + " 岁，与学段" + enrolment.stage().label() + "不常见");
          }
        }
      }
    }
  }

  static void q13PupilAtWork(Unit unit, Report report) {
    for (Person person : unit.persons()) {
      LabourStatus.Entry labour =
          person.labour() == null ? null : person.labour().entry().at(report.day());
      boolean employed = labour != null && labour.status() == EmploymentStatus.EMPLOYER;
      boolean old = person.daysFromAge(ELDER_AGE).contains(report.day());
      for (Enrolment enrolment : person.enrolments()) {
        if (enrolment.days().contains(report.day()) && enrolment.fullTime() && (employed || old)) {
          add(report, "Q13", Level.WARN, enrolment, employed ? "在读又在单位就业" : "在读而年满六十");
        }
      }
    }
  }

  static void q14CertificateOfAnother(Unit unit, Report report) {
    for (Person person : unit.persons()) {
      for (Certificate certificate : person.certificates()) {
        if (certificate.mismatched()) {
          add(report, "Q14", Level.BLOCK, certificate, "残疾人证号前18位与身份证号不符");
        }
      }
    }
  }

  /** No hold: the days simply end. */
  static void q14CertificateExpired(Unit unit, Report report) {
    for (Person person : unit.persons()) {
      boolean valid = Person.daysOf(person.certificates()).contains(report.day());
      for (Certificate certificate : person.certificates()) {
        boolean expired = certificate.days().meets(DaySet.between(null, report.asOf()));
        if (expired && !valid && person.aliveDays().contains(report.day())) {
          add(report, "Q14", Level.WARN, certificate, "残疾人证已过有效期");
        }
      }
    }
  }

  static void q15CertificateDigits(Unit unit, Report report) {
    for (Person person : unit.persons()) {
      for (Certificate certificate : person.certificates()) {
        String number = certificate.number();
        String expected = certificate.category().digit() + String.valueOf(certificate.grade());
        if (number.length() >= CERTIFICATE_LENGTH && !number.startsWith(expected, CATEGORY_AT)) {
          add(report, "Q15", Level.WARN, certificate, "证号所含类别和等级与本行不符");
        }
      }
    }
  }

  static void q17DibaoAndWubao(Unit unit, Report report) {
    for (Person person : unit.persons()) {
      DaySet wubao = Person.daysOf(person.wubaoSpells());
      for (Spell spell : person.dibaoSpells()) {
        if (spell.days().meets(wubao)) {
          add(report, "Q17", Level.BLOCK, spell, "同日在低保和五保名册：" + spell.days().and(wubao));
        }
      }
    }
  }

  static void q19TwoSchemes(Unit unit, Report report) {
    for (Person person : unit.persons()) {
      DaySet employee = person.insuredDays(MedicalScheme.EMPLOYEE);
      for (MedicalSpell spell : person.medicalSpells()) {
        if (spell.scheme() == MedicalScheme.RESIDENT && spell.days().meets(employee)) {
          add(report, "Q19", Level.BLOCK, spell, "同日参加居民和职工医保：" + spell.days().and(employee));
        }
      }
    }
  }

  static void q20Pension(Unit unit, Report report) {
    for (Person person : unit.persons()) {
      Pension.Entry entry =
          person.pension() == null ? null : person.pension().entry().at(report.day());
      boolean draws = entry != null && entry.monthlyFen() != null && entry.monthlyFen() > 0;
      if (draws && !person.daysFromAge(ELDER_AGE).contains(report.day())) {
        add(report, "Q20", Level.WARN, person.pension(), "未满六十岁而领取居民养老金");
      }
      if (draws && person.insuredDays(MedicalScheme.EMPLOYEE).contains(report.day())) {
        add(report, "Q20", Level.WARN, person.pension(), "领取居民养老金又参加职工医保");
      }
    }
  }

  private static void add(
      Report report, String check, Level level, PersonalFact fact, String message) {
    report.add(
        Finding.at(check, level, home(fact.person()), fact.person().id(), fact.source(), message));
  }

  /** The smallest number of the households the person is or was in. */
  static String home(Person person) {
    return person.memberships().stream()
        .map(Membership::household)
        .map(household -> household.number())
        .min(String::compareTo)
        .orElse("");
  }
}
