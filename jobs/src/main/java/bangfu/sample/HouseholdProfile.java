package bangfu.sample;

import bangfu.engine.fact.SchoolStage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A household before it has names and dates: its members in order, the head first, and its traits.
 */
final class HouseholdProfile {
  private final List<MemberProfile> members = new ArrayList<>();
  private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
  private AcceptancePhase acceptance;

  HouseholdProfile(Kind headKind) {
    add(headKind, Relation.HEAD, null);
  }

  void add(Kind kind, Relation relation, SchoolStage stage) {
    members.add(new MemberProfile(kind, relation, stage));
  }

  void mark(Trait trait) {
    traits.add(trait);
  }

  void acceptIn(AcceptancePhase phase) {
    acceptance = phase;
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** True if any member is of this kind. */
  boolean includes(Kind kind) {
    return members.stream().anyMatch(member -> member.kind() == kind);
  }

  /** True if any member stands in this relation to the head. */
  boolean includes(Relation relation) {
    return members.stream().anyMatch(member -> member.relation() == relation);
  }

  /** True if any member has this trait. */
  boolean anyMember(Trait trait) {
    return members.stream().anyMatch(member -> member.has(trait));
  }

  MemberProfile head() {
    return members.get(0);
  }

  List<MemberProfile> members() {
    return Collections.unmodifiableList(members);
  }

  int size() {
    return members.size();
  }

  /** Null for a household whose house is not on the list. */
  AcceptancePhase acceptance() {
    return acceptance;
  }
}
