package bangfu.rules.check;

import java.util.Comparator;
import java.util.List;

/**
 * Something that a check of a policy found. Screens word it.
 *
 * @param place the file and line it is about
 * @param about names and values that the message needs
 */
public record PolicyFinding(Kind kind, String place, List<String> about) {

  /** What is found; a finding of weight has to be mended before the policy may decide. */
  public enum Kind {
    /** No value is in force on the days between two: parameter, first and last of these days. */
    GAP(true),
    /** Two values are in force on one day: parameter, the day on which the later begins. */
    OVERLAP(true),
    /** A value that does not say where it comes from: parameter, first day. */
    NO_SOURCE(true),
    /** The last value ends before the plan does: parameter, last day. */
    ENDS_EARLY(false),
    /** A value in place of one of the program with the same first day: parameter, first day. */
    REPLACES(false),
    /** No rule names a parameter that the pack brings: parameter. */
    UNUSED_PARAMETER(false),
    /** A rule names a parameter that there is not: rule, name, names that are alike. */
    UNKNOWN_PARAMETER(true),
    /** A clause with an effect that no rule names: clause. */
    CLAUSE_WITHOUT_RULE(true),
    /** A rule whose name does not begin with a clause: rule. */
    RULE_WITHOUT_CLAUSE(true),
    /** A rule names a clause that is not in the register: rule, clause. */
    UNKNOWN_CLAUSE(true),
    /** A rule speaks of a clause that its name leaves out: rule, clause. */
    CLAUSE_NOT_IN_NAME(true),
    /** Two rules with one name: rule. */
    RULE_TWICE(true),
    /** Two patterns that may match two persons or households: rule, pattern, the others. */
    LOOSE_JOIN(true),
    /** A case fails: case, the first difference. */
    CASE_FAILS(true),
    /** A case tests a clause that is not in the register: case, clause. */
    CASE_OF_UNKNOWN_CLAUSE(true),
    /** Fewer cases than a clause needs: clause, cases, cases needed. */
    FEW_CASES(true),
    /** A threshold or cap without cases below, at and above it: parameter. */
    LIMIT_WITHOUT_BOUNDARY(true),
    /** A parameter of no clause in particular without boundary cases: parameter. */
    PARAMETER_WITHOUT_BOUNDARY(true),
    /** The days of a parameter's values have no boundary cases: parameter, clause. */
    DATES_WITHOUT_BOUNDARY(true),
    /** A template that does not say what is right: template, day, what it should say. */
    BOUNDARY_WITHOUT_RESULT(true),
    /** A reason against boundary cases of what has some, or is no parameter: parameter. */
    IDLE_REASON(true),
    /** A rule that fires in no case: rule. */
    NEVER_FIRES(true),
    /** A rule that comes to something in every case: rule. */
    NEVER_SILENT(true),
    /** What a clause comes to in the cases is not what its status says: clause, status, result. */
    OTHER_STATUS(true);

    private final boolean weighty;

    Kind(boolean weighty) {
      this.weighty = weighty;
    }

    /** True when it has to be mended; else it is a note. */
    public boolean isWeighty() {
      return weighty;
    }
  }

  /** The weighty ones first, then by kind and place. */
  public static final Comparator<PolicyFinding> ORDER =
      Comparator.comparing((PolicyFinding finding) -> !finding.kind.isWeighty())
          .thenComparing(PolicyFinding::kind)
          .thenComparing(PolicyFinding::place)
          .thenComparing(finding -> finding.about.toString());

  public static PolicyFinding of(Kind kind, String place, String... about) {
    return new PolicyFinding(kind, place, List.of(about));
  }
}
