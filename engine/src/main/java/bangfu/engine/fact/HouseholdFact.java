package bangfu.engine.fact;

/** A statement about one household. */
public interface HouseholdFact extends Fact {
  Household household();
}
