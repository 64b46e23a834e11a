package bangfu.sample;

import bangfu.engine.fact.SchoolStage;
import java.util.EnumSet;
import java.util.Set;

/**
 * A person before it has a name and a birthday: place in the household, kind, school stage, traits.
 */
final class MemberProfile {
  private final Kind kind;
  private final Relation relation;
  private final SchoolStage stage;
  private final Set<Trait> traits = EnumSet.noneOf(Trait.class);

  /**
   * @param stage null unless the member is a pupil
   */
  MemberProfile(Kind kind, Relation relation, SchoolStage stage) {
    this.kind = kind;
    this.relation = relation;
    this.stage = stage;
  }

  Kind kind() {
    return kind;
  }

  Relation relation() {
    return relation;
  }

  SchoolStage stage() {
    return stage;
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  void mark(Trait trait) {
    traits.add(trait);
  }
}
