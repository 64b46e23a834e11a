package bangfu.engine.claim;

import bangfu.engine.fact.Fact;
import bangfu.engine.fact.Household;
import bangfu.engine.fact.HouseholdFact;
import bangfu.engine.fact.Membership;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.PersonalFact;
import bangfu.engine.time.Cadence;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * What a rule inserts: who may be entitled to what by which clause, how often and under which
 * conditions. A claim of a person is looked at in each household the person is or was a member of;
 * its sum belongs to the household of the accrual day.
 */
public final class Claim {
  private static final Amount UNKNOWN = Amount.fixed(null);
  private static final List<Membership> NO_MEMBERSHIP = Collections.singletonList(null);

  private final String clause;
  private final Person person;
  private final Household household;
  private final Fact about;
  private final List<Condition> conditions = new ArrayList<>();
  private boolean householdIsSubject;
  private boolean anywhere;
  private Cadence cadence;
  private Period event;
  private String stateId = "";
  private String item = "";
  private Outcome outcome;

  private Claim(String clause, Person person, Household household, Fact about) {
    this.clause = clause;
    this.person = person;
    this.household = household;
    this.about = about;
  }

  public static Claim of(String clause, Person person) {
    return new Claim(clause, person, null, null);
  }

  /** A claim of the fact's person, about this fact. */
  public static Claim of(String clause, PersonalFact fact) {
    return new Claim(clause, fact.person(), null, fact);
  }

  public static Claim of(String clause, Household household) {
    return new Claim(clause, null, household, household);
  }

  /** A claim of the fact's household, about this fact. */
  public static Claim of(String clause, HouseholdFact fact) {
    return new Claim(clause, null, fact.household(), fact);
  }

  /** The sum is the household's, though it hangs on a person. */
  public Claim forTheHousehold() {
    householdIsSubject = true;
    return this;
  }

  /** Hangs on no household. */
  public Claim anywhere() {
    anywhere = true;
    return this;
  }

  /** Once in each period of the cadence. */
  public Claim each(Cadence every) {
    cadence = every;
    return this;
  }

  /**
   * A dated event.
   *
   * @param periodId 归属期间
   * @param itemNumber the document's number, unique among the subject's events
   * @param day null = no day yet
   */
  public Claim event(String periodId, String itemNumber, LocalDate day) {
    event = day == null ? null : Period.on(periodId, day);
    stateId = periodId;
    item = itemNumber;
    return this;
  }

  /** A state on the assessment day, with this 归属期间. */
  public Claim state(String periodId, String itemNumber) {
    stateId = periodId;
    item = itemNumber;
    return this;
  }

  /** Adds conditions; a word made of others counts as these, in order. */
  public Claim requires(Condition... words) {
    for (Condition word : words) {
      if (word.parts().isEmpty()) {
        conditions.add(word);
      } else {
        requires(word.parts().toArray(Condition[]::new));
      }
    }
    return this;
  }

  /** Money to the household, by the payer that a payer rule names. */
  public Claim pays(Amount amount) {
    return pays(amount, PayeeKind.HOUSEHOLD, null);
  }

  public Claim pays(Amount amount, PayeeKind kind, String payee) {
    outcome =
        new Outcome.Payment(
            List.of(new Outcome.Share(PayerLevel.UNSPECIFIED, amount)), kind, payee);
    return this;
  }

  /** Money to the household, from the payers that the clause itself names. */
  public Claim pays(Outcome.Share... shares) {
    outcome = new Outcome.Payment(List.of(shares), PayeeKind.HOUSEHOLD, null);
    return this;
  }

  /** Pending, and nothing known about the sum. */
  public Claim awaits(String code) {
    return awaits(code, UNKNOWN, UNKNOWN);
  }

  public Claim awaits(String code, Amount least, Amount most) {
    outcome = new Outcome.Waiting(code, least, most);
    return this;
  }

  public Claim lists(String action) {
    return lists(action, setting -> "");
  }

  public Claim lists(String action, Function<Setting, String> value) {
    outcome = new Outcome.Listing(action, value);
    return this;
  }

  public String clause() {
    return clause;
  }

  /** The person; null for a claim of a household. */
  public Person person() {
    return person;
  }

  /** The household; null for a claim of a person. */
  public Household household() {
    return household;
  }

  /** The fact the claim is about; null when it is about the person. */
  public Fact about() {
    return about;
  }

  /** The document's number of an event; else empty. */
  public String item() {
    return item;
  }

  public Outcome outcome() {
    return outcome;
  }

  public List<Condition> conditions() {
    return conditions;
  }

  /** How often; null for an event or a state. */
  public Cadence cadence() {
    return cadence;
  }

  /** True for a state on the assessment day: a person in two households is listed once. */
  public boolean isState() {
    return cadence == null && event == null;
  }

  /** The stays in which the claim is looked at; one null when it hangs on no stay. */
  public List<Membership> memberships() {
    return person == null || anywhere ? NO_MEMBERSHIP : person.memberships();
  }

  /** 对象 in a household: the person's identity number, or the household number. */
  public String subjectIn(Household where) {
    return person == null || householdIsSubject ? where.number() : person.id();
  }

  /** The periods with at least one of these days. */
  public List<Period> periodsTouching(DaySet days, int asOf) {
    if (cadence != null) {
      return cadence.touching(days);
    }
    Period only = event != null ? event : Period.on(stateId, asOf);
    return days.meets(only.days()) ? List.of(only) : List.of();
  }
}
