package bangfu.engine.fact;

import bangfu.engine.time.DaySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** One identity number with everything that is known about its holder. */
public final class Person {
  private final String id;
  private final String name;
  private final Sex sex;
  private final LocalDate birth;
  private final LocalDate died;
  private final DaySet doubtfulIdentityDays;

  private final List<Membership> memberships = new ArrayList<>();
  private final List<Certificate> certificates = new ArrayList<>();
  private final List<MedicalSpell> medicalSpells = new ArrayList<>();
  private final List<Spell> dibaoSpells = new ArrayList<>();
  private final List<Spell> wubaoSpells = new ArrayList<>();
  private final List<Spell> motherListings = new ArrayList<>();
  private final List<Enrolment> enrolments = new ArrayList<>();
  private final List<RehabilitationItem> rehabilitationItems = new ArrayList<>();
  private final List<DibaoApplication> dibaoApplications = new ArrayList<>();
  private final List<Illness> illnesses = new ArrayList<>();
  private LabourStatus labour;
  private Pension pension;
  private boolean singleParent;
  private DaySet rollDays;
  private DaySet duplicateDays;
  private DaySet schoolConflictDays;

  /**
   * @param name 姓名, as the deciding member row has it
   * @param died 死亡日期; null = alive
   * @param doubtfulIdentityDays days held by Q02–Q04
   */
  public Person(
      String id,
      String name,
      Sex sex,
      LocalDate birth,
      LocalDate died,
      DaySet doubtfulIdentityDays) {
    this.id = id;
    this.name = name;
    this.sex = sex;
    this.birth = birth;
    this.died = died;
    this.doubtfulIdentityDays = doubtfulIdentityDays;
  }

  public String id() {
    return id;
  }

  /** 姓名 on the deciding member row. */
  public String name() {
    return name;
  }

  public Sex sex() {
    return sex;
  }

  public LocalDate birth() {
    return birth;
  }

  /** 死亡日期, or null. */
  public LocalDate died() {
    return died;
  }

  /** The days up to and including the day of death. */
  public DaySet aliveDays() {
    return DaySet.between(null, died);
  }

  /** From the day on which that birthday is reached, inclusive (reading D12). */
  public DaySet daysFromAge(int years) {
    return DaySet.between(birth.plusYears(years), null);
  }

  /** The age in completed years on a day. */
  public int ageOn(LocalDate day) {
    return birth.until(day).getYears();
  }

  public DaySet doubtfulIdentityDays() {
    return doubtfulIdentityDays;
  }

  /** The days on which the person is registered in two households (Q07). */
  public DaySet duplicateDays() {
    if (duplicateDays == null) {
      DaySet days = DaySet.NONE;
      for (Membership one : memberships) {
        for (Membership other : memberships) {
          if (one.household() != other.household()) {
            days = days.or(one.stay().and(other.stay()));
          }
        }
      }
      duplicateDays = days;
    }
    return duplicateDays;
  }

  /** The days with two different schools or stages (Q11). */
  public DaySet schoolConflictDays() {
    if (schoolConflictDays == null) {
      DaySet days = DaySet.NONE;
      for (Enrolment one : enrolments) {
        for (Enrolment other : enrolments) {
          if (!one.samePlace(other)) {
            days = days.or(one.days().and(other.days()));
          }
        }
      }
      schoolConflictDays = days;
    }
    return schoolConflictDays;
  }

  /** The days on the dibao or the wubao roll. */
  public DaySet rollDays() {
    if (rollDays == null) {
      rollDays = daysOf(dibaoSpells).or(daysOf(wubaoSpells));
    }
    return rollDays;
  }

  /** The days insured in a scheme. */
  public DaySet insuredDays(MedicalScheme scheme) {
    DaySet days = DaySet.NONE;
    for (MedicalSpell spell : medicalSpells) {
      days = spell.scheme() == scheme ? days.or(spell.days()) : days;
    }
    return days;
  }

  /** All days of these facts. */
  public static DaySet daysOf(Collection<? extends Fact> facts) {
    DaySet days = DaySet.NONE;
    for (Fact fact : facts) {
      days = days.or(fact.days());
    }
    return days;
  }

  public List<Membership> memberships() {
    return memberships;
  }

  public List<Certificate> certificates() {
    return certificates;
  }

  public List<MedicalSpell> medicalSpells() {
    return medicalSpells;
  }

  public List<Spell> dibaoSpells() {
    return dibaoSpells;
  }

  public List<Spell> wubaoSpells() {
    return wubaoSpells;
  }

  public List<Spell> motherListings() {
    return motherListings;
  }

  public List<Enrolment> enrolments() {
    return enrolments;
  }

  public List<RehabilitationItem> rehabilitationItems() {
    return rehabilitationItems;
  }

  public List<DibaoApplication> dibaoApplications() {
    return dibaoApplications;
  }

  public List<Illness> illnesses() {
    return illnesses;
  }

  /** The labour register's entry, or null. */
  public LabourStatus labour() {
    return labour;
  }

  public void setLabour(LabourStatus labour) {
    this.labour = labour;
  }

  /** The pension register's entry, or null. */
  public Pension pension() {
    return pension;
  }

  public void setPension(Pension pension) {
    this.pension = pension;
  }

  /** True for a single parent who asks for help, listed or not; only worked cases know it. */
  public boolean singleParent() {
    return singleParent;
  }

  public void setSingleParent(boolean singleParent) {
    this.singleParent = singleParent;
  }

  @Override
  public String toString() {
    return "person " + IdentityNumber.masked(id);
  }
}
