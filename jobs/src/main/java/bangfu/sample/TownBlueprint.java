package bangfu.sample;

import bangfu.engine.fact.SchoolStage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Composes a town's households so that persons, labour, pupils, elders and single mothers come to
 * annex 1 exactly. Wubao persons are elders living alone (S05); every other household gets an adult
 * head, and the rest of the persons join households where they make a family.
 */
final class TownBlueprint {
  private static final int INFANTS_PERCENT_OF_REST = 15;

  private final Town town;
  private final Dice dice;
  private final List<HouseholdProfile> families = new ArrayList<>();
  private final List<SchoolStage> children;
  private int labourLeft;
  private int eldersLeft;
  private int dependantsLeft;

  private TownBlueprint(Town town, List<SchoolStage> pupils, Dice dice) {
    this.town = town;
    this.dice = dice;
    labourLeft = BaselineFigure.LABOUR.in(town);
    eldersLeft = BaselineFigure.ELDERS.in(town) - BaselineFigure.WUBAO.in(town);
    int rest =
        BaselineFigure.PERSONS.in(town)
            - labourLeft
            - BaselineFigure.PUPILS.in(town)
            - BaselineFigure.ELDERS.in(town);
    int infants = rest * INFANTS_PERCENT_OF_REST / 100;
    dependantsLeft = rest - infants;
    children = shuffledChildren(pupils, infants);
  }

  /**
   * The town's households; those of one make stand together, wubao last.
   *
   * @param pupils one stage for each pupil of the town
   */
  static List<HouseholdProfile> compose(Town town, List<SchoolStage> pupils, Dice dice) {
    return new TownBlueprint(town, pupils, dice).compose();
  }

  private List<HouseholdProfile> compose() {
    addHeads();
    giveMothersAChild();
    spreadChildren();
    placeLabour();
    placeDependants();
    placeElders();
    addWubao();
    return families;
  }

  /** A null stage stands for an infant. */
  private List<SchoolStage> shuffledChildren(List<SchoolStage> pupils, int infants) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < pupils.size() + infants; i++) {
      places.add(i);
    }
    List<SchoolStage> all = new ArrayList<>();
    for (int place : dice.shuffle(places, i -> 1)) {
      all.add(place < pupils.size() ? pupils.get(place) : null);
    }
    return all;
  }

  private void addHeads() {
    int heads = BaselineFigure.HOUSEHOLDS.in(town) - BaselineFigure.WUBAO.in(town);
    int[] shares =
        Apportionment.largestRemainder(
            heads, 75L * labourLeft, 70L * eldersLeft, 60L * dependantsLeft);
    addHeads(Kind.LABOUR, shares[0]);
    addHeads(Kind.DEPENDANT, shares[2]);
    addHeads(Kind.ELDER, shares[1]);
    labourLeft -= shares[0];
    eldersLeft -= shares[1];
    dependantsLeft -= shares[2];
  }

  private void addHeads(Kind kind, int count) {
    for (int i = 0; i < count; i++) {
      families.add(new HouseholdProfile(kind));
    }
  }

  /** S08: each has a child who is a minor through 2019. */
  private void giveMothersAChild() {
    for (HouseholdProfile mother : families.subList(0, BaselineFigure.SINGLE_MOTHERS.in(town))) {
      mother.mark(Trait.SINGLE_MOTHER);
      addChild(mother, firstMinor());
    }
  }

  private int firstMinor() {
    for (int i = 0; i < children.size(); i++) {
      SchoolStage stage = children.get(i);
      if (stage == null || stage.compareTo(SchoolStage.PRIMARY) <= 0) {
        return i;
      }
    }
    throw new IllegalStateException(town + ": too few young children for its single mothers");
  }

  private void addChild(HouseholdProfile household, int childIndex) {
    SchoolStage stage = children.remove(childIndex);
    Kind kind = stage == null ? Kind.INFANT : Kind.PUPIL;
    boolean ofElders = household.head().kind() == Kind.ELDER;
    household.add(kind, ofElders ? Relation.GRANDCHILD : Relation.CHILD, stage);
  }

  /** Three children for two families, most of them headed by somebody who can work. */
  private void spreadChildren() {
    int parents = Math.min(families.size(), children.size() * 2 / 3 + 1);
    List<HouseholdProfile> chosen =
        dice.shuffle(families, household -> childWeight(household)).subList(0, parents);
    while (!children.isEmpty()) {
      for (HouseholdProfile household : chosen) {
        if (!children.isEmpty()) {
          addChild(household, 0);
        }
      }
    }
  }

  private static double childWeight(HouseholdProfile household) {
    return switch (household.head().kind()) {
      case LABOUR -> household.has(Trait.SINGLE_MOTHER) ? 0.8 : 1;
      case DEPENDANT -> 0.3;
      default -> 0.15;
    };
  }

  private void placeLabour() {
    labourLeft -= place(labourLeft * 2 / 3, Kind.LABOUR, Relation.SPOUSE, this::seeksParent);
    labourLeft -= place(labourLeft, Kind.LABOUR, Relation.CHILD, TownBlueprint::isElderly);
    labourLeft -= place(labourLeft, Kind.LABOUR, Relation.SPOUSE, TownBlueprint::mayMarry);
    labourLeft -= place(labourLeft, Kind.LABOUR, Relation.OTHER, household -> true);
  }

  private void placeDependants() {
    int half = dependantsLeft / 2;
    dependantsLeft -= place(half, Kind.DEPENDANT, Relation.SPOUSE, TownBlueprint::mayMarry);
    dependantsLeft -=
        place(dependantsLeft, Kind.DEPENDANT, Relation.CHILD, TownBlueprint::isElderly);
    dependantsLeft -= place(dependantsLeft, Kind.DEPENDANT, Relation.SIBLING, this::isYoungHead);
    dependantsLeft -= place(dependantsLeft, Kind.DEPENDANT, Relation.OTHER, household -> true);
  }

  private void placeElders() {
    int half = eldersLeft / 2;
    eldersLeft -=
        place(
            half,
            Kind.ELDER,
            Relation.SPOUSE,
            household -> isElderly(household) && !paired(household));
    eldersLeft -= place(eldersLeft, Kind.ELDER, Relation.PARENT, this::isYoungHead);
    eldersLeft -= place(eldersLeft, Kind.ELDER, Relation.OTHER, household -> true);
  }

  /** Adds at most {@code count} persons, one to a household; gives how many found a place. */
  private int place(int count, Kind kind, Relation relation, Predicate<HouseholdProfile> fits) {
    List<HouseholdProfile> fitting = families.stream().filter(fits).toList();
    List<HouseholdProfile> chosen = dice.shuffle(fitting, household -> 1.0 / household.size());
    int placed = Math.min(count, chosen.size());
    chosen.subList(0, placed).forEach(household -> household.add(kind, relation, null));
    return placed;
  }

  private boolean seeksParent(HouseholdProfile household) {
    return mayMarry(household) && household.includes(Relation.CHILD);
  }

  private static boolean mayMarry(HouseholdProfile household) {
    return !isElderly(household) && !household.has(Trait.SINGLE_MOTHER) && !paired(household);
  }

  private boolean isYoungHead(HouseholdProfile household) {
    return !isElderly(household);
  }

  private static boolean paired(HouseholdProfile household) {
    return household.includes(Relation.SPOUSE);
  }

  private static boolean isElderly(HouseholdProfile household) {
    return household.head().kind() == Kind.ELDER;
  }

  private void addWubao() {
    for (int i = 0; i < BaselineFigure.WUBAO.in(town); i++) {
      HouseholdProfile household = new HouseholdProfile(Kind.ELDER);
      household.mark(Trait.WUBAO);
      household.members().get(0).mark(Trait.WUBAO);
      families.add(household);
    }
  }
}
