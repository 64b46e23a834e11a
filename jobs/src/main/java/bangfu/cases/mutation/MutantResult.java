package bangfu.cases.mutation;

import java.util.List;

/**
 * What became of a mutant.
 *
 * @param id of the mutant
 * @param operator the fault
 * @param clauses that the fault is about; empty for a parameter that names none
 * @param place file and line of the mutated text
 * @param because the case that killed it, the reason why it is none, or what the compiler said
 */
public record MutantResult(
    String id, String operator, List<String> clauses, String place, State state, String because) {

  /** What can become of a mutant. */
  public enum State {
    /** A case differs: the cases find the fault. */
    KILLED,
    /** No case differs: the fault could slip in. */
    SURVIVED,
    /** No case can differ, and somebody wrote down why. */
    EQUIVALENT,
    /** It does not compile: the fault cannot be made. */
    STILLBORN
  }

  static MutantResult of(Mutant mutant, State state, String because) {
    return new MutantResult(
        mutant.id(),
        mutant.operator().name(),
        List.copyOf(mutant.clauses()),
        mutant.place(),
        state,
        because);
  }
}
