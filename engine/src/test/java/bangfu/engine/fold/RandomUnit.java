package bangfu.engine.fold;

import bangfu.engine.claim.Amount;
import bangfu.engine.claim.Claim;
import bangfu.engine.claim.Condition;
import bangfu.engine.claim.Holding;
import bangfu.engine.claim.Limit;
import bangfu.engine.fact.Hold;
import bangfu.engine.fact.Household;
import bangfu.engine.fact.Membership;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.Sex;
import bangfu.engine.fact.Source;
import bangfu.engine.time.Cadence;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Random claims of random persons in random households, with limits of every kind. The same seed
 * gives the same facts; the order in which they come depends on another one.
 */
final class RandomUnit {
  private static final LocalDate FIRST_DAY = LocalDate.of(2017, 1, 1);
  private static final int DAYS = 3 * 365;

  private final Random facts;
  private final List<Household> households = new ArrayList<>();
  private final List<Person> persons = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Limit> limits = new ArrayList<>();

  RandomUnit(long factSeed, long orderSeed) {
    facts = new Random(factSeed);
    for (int i = 0; i < 3; i++) {
      households.add(household("H" + i));
    }
    for (int i = 0; i < 4; i++) {
      persons.add(person("P" + i));
    }
    persons.forEach(this::claimsOf);
    households.forEach(this::claimsOf);
    shuffle(new Random(orderSeed));
  }

  List<Claim> claims() {
    return claims;
  }

  List<Limit> limits() {
    return limits;
  }

  private void shuffle(Random order) {
    Collections.shuffle(claims, order);
    Collections.shuffle(limits, order);
    persons.forEach(person -> Collections.shuffle(person.memberships(), order));
    households.forEach(household -> Collections.shuffle(household.members(), order));
  }

  private static Household household(String number) {
    Household.Registration registration =
        new Household.Registration(
            number,
            Timeline.always("440403107"),
            Timeline.always("440403107001"),
            Timeline.always(1),
            1,
            0,
            2016,
            FIRST_DAY,
            null,
            "",
            null,
            null);
    return new Household(registration, Source.NONE);
  }

  private Person person(String id) {
    Person person = new Person(id, id, Sex.FEMALE, FIRST_DAY, null, DaySet.NONE);
    for (Household household : households) {
      if (facts.nextInt(3) > 0) {
        LocalDate joined = FIRST_DAY.plusDays(facts.nextInt(DAYS));
        Membership membership =
            new Membership(
                person,
                household,
                Timeline.always(true),
                Timeline.always(true),
                joined,
                joined.plusDays(facts.nextInt(DAYS)),
                null,
                false,
                new Source("nb_member", 1, 2 + facts.nextInt(100)));
        person.memberships().add(membership);
        household.members().add(membership);
      }
    }
    return person;
  }

  private void claimsOf(Person person) {
    Condition stays =
        Condition.of("lives there", s -> Holding.on(s.membership().days(), "NOT_ON_FILE"));
    Claim first = Claim.of("1", person).each(Cadence.MONTH).pays(Amount.fixed(sum()));
    Claim second = Claim.of("2", person).each(Cadence.YEAR).pays(Amount.fixed(sum()));
    Claim third = Claim.of("3", person).each(Cadence.SCHOOL_YEAR).pays(Amount.fixed(sum()));
    Claim fourth =
        Claim.of("4", person).forTheHousehold().each(Cadence.YEAR).pays(Amount.fixed(sum()));
    for (Claim claim : List.of(first, second, third, fourth)) {
      claims.add(claim.requires(stays, random(), random()));
    }
    for (String code : List.of("RATE_MISSING", "AMOUNT_NOT_CONFIRMED")) {
      claims.add(
          Claim.of("6", person)
              .each(Cadence.YEAR)
              .awaits(code)
              .requires(stays, random(), random()));
    }
    limits.add(Limit.one(second, "premium", Cadence.YEAR, "PREMIUM_ALREADY_PAID").pendingOnce());
    limits.add(Limit.one(fourth, "premium", Cadence.YEAR, "PREMIUM_ALREADY_PAID").pendingOnce());
    limits.add(Limit.one(third, "once", null, "ONE_OFF_USED"));
    limits.add(Limit.one(third, "once a year", Cadence.YEAR, "ALREADY_THIS_YEAR"));
    limits.add(Limit.one(fourth, "service", Cadence.YEAR, "ALREADY_PAID").perHousehold());
  }

  private void claimsOf(Household household) {
    for (int i = 0; i < 6; i++) {
      LocalDate day = FIRST_DAY.plusDays(facts.nextInt(DAYS));
      String voucher = household.number() + "-" + i;
      Claim claim =
          Claim.of("5", household)
              .event("ITEM:" + voucher, voucher, day)
              .pays(Amount.fixed(sum()))
              .requires(random());
      claims.add(claim);
      limits.add(Limit.sum(claim, "cap", Cadence.YEAR, Amount.fixed(900L), "CAP_REACHED"));
      limits.get(limits.size() - 1).perHousehold();
    }
  }

  private long sum() {
    return 100L * (1 + facts.nextInt(8));
  }

  private Condition random() {
    DaySet days = randomDays().or(randomDays());
    DaySet doubtful = facts.nextInt(3) == 0 ? randomDays() : DaySet.NONE;
    return Condition.of(
        "random", s -> Holding.on(days, "NO").doubting(Hold.INSURANCE_OVERLAP, doubtful));
  }

  private DaySet randomDays() {
    LocalDate from = FIRST_DAY.plusDays(facts.nextInt(DAYS));
    return DaySet.between(from, from.plusDays(facts.nextInt(DAYS)));
  }
}
