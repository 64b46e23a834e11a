package bangfu.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives a town's households and persons the traits annex 1 counts: exactly as many as the annex
 * says, drawn at random with more weight where life has it.
 */
final class TraitDraw {
  private final Town town;
  private final List<HouseholdProfile> households;
  private final Dice dice;

  TraitDraw(Town town, List<HouseholdProfile> households, Dice dice) {
    this.town = town;
    this.households = households;
    this.dice = dice;
  }

  void drawAll() {
    drawDibao();
    markMembers(Trait.DISABLED, BaselineFigure.DISABLED, new Weights(30, 8, 80, 1, 4));
    markMembers(Trait.ILL, BaselineFigure.ILL, new Weights(25, 8, 35, 1, 2));
    markHouseholds(Trait.FARMING, BaselineFigure.FARMING, new Weights(30, 100, 20, 0, 0));
    markHouseholds(Trait.HOUSING, BaselineFigure.HOUSING, new Weights(60, 100, 100, 0, 0));
  }

  /**
   * Whole households as long as they fit; what is left goes to members of one household more (S04:
   * never to wubao).
   */
  private void drawDibao() {
    int left = BaselineFigure.DIBAO.in(town);
    List<HouseholdProfile> tooLarge = new ArrayList<>();
    for (HouseholdProfile household : dice.shuffle(households, TraitDraw::dibaoWeight)) {
      if (household.size() <= left) {
        household.members().forEach(member -> member.mark(Trait.DIBAO));
        left -= household.size();
      } else {
        tooLarge.add(household);
      }
    }
    if (left > 0) {
      tooLarge.get(0).members().subList(0, left).forEach(member -> member.mark(Trait.DIBAO));
    }
  }

  private static double dibaoWeight(HouseholdProfile household) {
    if (household.has(Trait.WUBAO)) {
      return 0;
    }
    return household.head().kind() == Kind.LABOUR ? 1 : 2;
  }

  private void markMembers(Trait trait, BaselineFigure figure, Weights weights) {
    List<MemberProfile> members =
        households.stream().flatMap(household -> household.members().stream()).toList();
    dice.shuffle(members, member -> weights.of(member.kind()))
        .subList(0, figure.in(town))
        .forEach(member -> member.mark(trait));
  }

  /** By the kind of the head; a wubao elder does not farm. */
  private void markHouseholds(Trait trait, BaselineFigure figure, Weights weights) {
    dice.shuffle(households, household -> weights.of(household.head().kind())).stream()
        .filter(household -> trait != Trait.FARMING || !household.has(Trait.WUBAO))
        .limit(figure.in(town))
        .forEach(household -> household.mark(trait));
  }

  /** How likely each kind is to be drawn, against the others. */
  private record Weights(int elder, int labour, int dependant, int infant, int pupil) {
    int of(Kind kind) {
      return switch (kind) {
        case ELDER -> elder;
        case LABOUR -> labour;
        case DEPENDANT -> dependant;
        case INFANT -> infant;
        case PUPIL -> pupil;
      };
    }
  }
}
