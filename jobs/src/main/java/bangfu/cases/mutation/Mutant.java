package bangfu.cases.mutation;

import bangfu.rules.PolicyPack;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The policy with one small fault.
 *
 * @param id stable as long as the mutated text is: measure, rule or parameter, operator and what it
 *     touches
 * @param clauses that the fault is about; empty for a parameter that names none
 * @param place file and line of the mutated text
 * @param policy makes the faulty policy
 */
record Mutant(
    String id,
    String measure,
    Operator operator,
    Set<String> clauses,
    String place,
    Supplier<PolicyPack> policy) {

  /** The faults that are tried: a fixed set. */
  enum Operator {
    /** A value of a parameter one step up: one fen, one year, one per mille. */
    VALUE_UP,
    /** A value of a parameter one step down. */
    VALUE_DOWN,
    /** A value counts one day earlier. */
    FROM_EARLIER,
    /** A value counts one day later. */
    FROM_LATER,
    /** A value ends one day earlier. */
    TO_EARLIER,
    /** A value ends one day later. */
    TO_LATER,
    /** A value is missing. */
    VALUE_GONE,
    /** A rule is missing. */
    RULE_GONE,
    /** A rule is about everybody: the constraints of its pattern are missing. */
    CONSTRAINT_GONE,
    /** One of the things that a pattern lists is missing. */
    LISTED_GONE,
    /** A condition is missing. */
    CONDITION_GONE,
    /** A condition is turned round; only for words that are made of no others. */
    CONDITION_NEGATED,
    /** A rate in place of another of the same measure and unit. */
    RATE_SWAPPED,
    /** A cadence in place of another. */
    CADENCE_SWAPPED,
    /** A code in place of another. */
    CODE_SWAPPED,
    /** A further word of a claim or limit is missing. */
    CALL_GONE
  }
}
