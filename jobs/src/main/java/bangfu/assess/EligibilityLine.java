package bangfu.assess;

import bangfu.engine.fact.Household;
import bangfu.engine.fold.Action;
import bangfu.engine.fold.Assessment;
import bangfu.engine.fold.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A household's place in the target groups on the assessment day (1.2.1-a, 1.2.2-a, 1.2.3-a).
 *
 * @param perHeadFen for display only, half-up; null for no persons
 * @param reasonCode why not group 1; empty otherwise
 * @param proposal 拟纳入, 拟退出 or empty; the decision is NB's (reading D47)
 */
public record EligibilityLine(
    Household household,
    Long perHeadFen,
    Membership group1,
    Membership group2,
    Membership group3,
    String reasonCode,
    String proposal) {

  /** In a group, not in it, or not to be known because a table was never delivered. */
  public enum Membership {
    YES("是"),
    NO("否"),
    UNKNOWN("未知");

    private final String label;

    Membership(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** The lines of all households of one unit. */
  static Map<String, EligibilityLine> of(
      Iterable<Household> households,
      Assessment assessment,
      Set<String> undecided,
      LocalDate asOf) {
    Map<String, EligibilityLine> lines = new HashMap<>();
    for (Household household : households) {
      lines.put(household.number(), line(household, assessment, undecided, asOf));
    }
    return lines;
  }

  private static EligibilityLine line(
      Household household, Assessment assessment, Set<String> undecided, LocalDate asOf) {
    Membership first = in(assessment, household, "1.2.1-a", undecided);
    Membership second = in(assessment, household, "1.2.2-a", undecided);
    Membership third = in(assessment, household, "1.2.3-a", undecided);
    Household.Registration filed = household.registration();
    Long perHead = filed.persons() == 0 ? null : perHeadFen(filed.incomeFen(), filed.persons());
    String reason = first == Membership.NO ? reason(assessment, household) : "";
    Set<Membership> all = Set.copyOf(List.of(first, second, third));
    return new EligibilityLine(
        household, perHead, first, second, third, reason, proposal(household, all, asOf));
  }

  private static Membership in(
      Assessment assessment, Household household, String clause, Set<String> undecided) {
    if (undecided.contains(clause)) {
      return Membership.UNKNOWN;
    }
    for (Action action : assessment.actions()) {
      if (action.clause().equals(clause) && action.subject().equals(household.number())) {
        return Membership.YES;
      }
    }
    return Membership.NO;
  }

  private static String reason(Assessment assessment, Household household) {
    for (Refusal refusal : assessment.refusals()) {
      if (refusal.clause().equals("1.2.1-a") && refusal.subject().equals(household.number())) {
        return refusal.code();
      }
    }
    return "";
  }

  private static String proposal(Household household, Set<Membership> groups, LocalDate asOf) {
    boolean onFile = household.days().contains((int) asOf.toEpochDay());
    LocalDate exited = household.registration().exitedOn();
    boolean everExited = exited != null && !exited.isAfter(asOf);
    if (groups.contains(Membership.YES)) {
      return !onFile && !everExited ? "拟纳入" : "";
    }
    return onFile && !groups.contains(Membership.UNKNOWN) ? "拟退出" : "";
  }

  private static long perHeadFen(long incomeFen, int persons) {
    return BigDecimal.valueOf(incomeFen)
        .divide(BigDecimal.valueOf(persons), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
