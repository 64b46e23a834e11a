package bangfu.engine.fold;

import bangfu.engine.claim.Claim;
import bangfu.engine.claim.Condition;
import bangfu.engine.claim.Doubt;
import bangfu.engine.claim.Holding;
import bangfu.engine.claim.Setting;
import bangfu.engine.fact.Fact;
import bangfu.engine.fact.Household;
import bangfu.engine.fact.Membership;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.Source;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Intersects the conditions of a claim in one household and cuts the days into periods. */
final class Candidates {
  private Candidates() {}

  static List<Candidate> of(Setting setting) {
    int asOf = setting.context().asOf();
    DaySet possible = DaySet.until(asOf);
    List<Doubt> doubts = new ArrayList<>();
    List<Fact> proof = new ArrayList<>();
    for (Condition condition : setting.claim().conditions()) {
      Holding holding = condition.in(setting);
      possible = possible.and(holding.days());
      if (possible.isEmpty()) {
        return List.of();
      }
      doubts.addAll(holding.doubts());
      proof.addAll(holding.proof());
    }
    return cut(setting, possible, doubts, proof);
  }

  private static List<Candidate> cut(
      Setting setting, DaySet possible, List<Doubt> doubts, List<Fact> proof) {
    Claim claim = setting.claim();
    Household where = setting.household();
    String household =
        where != null ? where.number() : home(claim.person(), setting.context().asOf());
    String subject = where != null ? claim.subjectIn(where) : claim.person().id();
    List<Candidate> candidates = new ArrayList<>();
    for (Period period : claim.periodsTouching(possible, setting.context().asOf())) {
      DaySet days = possible.and(period.days());
      DaySet clean = clean(days, doubts);
      candidates.add(
          new Candidate(setting, household, subject, period, days, clean, doubts, proof));
    }
    return candidates;
  }

  private static DaySet clean(DaySet days, List<Doubt> doubts) {
    DaySet clean = days;
    for (Doubt doubt : doubts) {
      clean = clean.minus(doubt.days());
    }
    return clean;
  }

  /**
   * The household in which a person lives on a day, the smallest number if there are two; else
   * empty.
   */
  static String home(Person person, int day) {
    String home = "";
    for (Membership membership : person.memberships()) {
      String number = membership.household().number();
      if (membership.days().contains(day)
          && (home.isEmpty() || CodePoints.ORDER.compare(number, home) < 0)) {
        home = number;
      }
    }
    return home;
  }

  /** The rows that a candidate is about, whatever the day: the fact and the stay, sorted. */
  static List<Source> about(Candidate candidate) {
    TreeSet<Source> sources = new TreeSet<>();
    if (candidate.claim().about() != null) {
      sources.add(candidate.claim().about().source());
    }
    if (candidate.setting().membership() != null) {
      sources.add(candidate.setting().membership().source());
    }
    return List.copyOf(sources);
  }

  /** The rows that prove a candidate on a day, sorted. */
  static List<Source> evidence(Candidate candidate, int day) {
    TreeSet<Source> sources = new TreeSet<>(about(candidate));
    for (Fact fact : candidate.proof()) {
      if (fact.days().contains(day)) {
        sources.add(fact.source());
      }
    }
    return List.copyOf(sources);
  }
}
