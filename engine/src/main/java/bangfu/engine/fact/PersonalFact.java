package bangfu.engine.fact;

/** A statement about one person. */
public interface PersonalFact extends Fact {
  Person person();
}
