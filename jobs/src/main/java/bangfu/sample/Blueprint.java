package bangfu.sample;

import bangfu.engine.fact.SchoolStage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The 3,979 household profiles that meet annex 1 in every figure, by town. The same for every seed:
 * a seed changes the people, not the mix.
 */
final class Blueprint {
  private static final long MIX = 20170310;

  private final Map<Town, List<HouseholdProfile>> byTown = new EnumMap<>(Town.class);

  Blueprint() {
    Dice dice = new Dice(MIX);
    List<SchoolStage> pupils = dice.shuffle(pupilsByStage(), stage -> 1);
    int used = 0;
    for (Town town : Town.values()) {
      int next = used + BaselineFigure.PUPILS.in(town);
      List<HouseholdProfile> households =
          TownBlueprint.compose(town, pupils.subList(used, next), dice);
      new TraitDraw(town, households, dice).drawAll();
      byTown.put(town, households);
      used = next;
    }
    scheduleAcceptances(dice);
  }

  List<HouseholdProfile> in(Town town) {
    return byTown.get(town);
  }

  /** S13: the notice gives 1,272 pupils and no split. */
  private static List<SchoolStage> pupilsByStage() {
    List<SchoolStage> pupils = new ArrayList<>();
    addPupils(pupils, 190, SchoolStage.PRESCHOOL);
    addPupils(pupils, 460, SchoolStage.PRIMARY);
    addPupils(pupils, 240, SchoolStage.JUNIOR_SECONDARY);
    addPupils(pupils, 130, SchoolStage.SENIOR_SECONDARY);
    addPupils(pupils, 90, SchoolStage.SECONDARY_VOCATIONAL);
    addPupils(pupils, 32, SchoolStage.TECHNICIAN);
    addPupils(pupils, 70, SchoolStage.COLLEGE);
    addPupils(pupils, 60, SchoolStage.BACHELOR);
    return pupils;
  }

  private static void addPupils(List<SchoolStage> pupils, int count, SchoolStage stage) {
    for (int i = 0; i < count; i++) {
      pupils.add(stage);
    }
  }

  private void scheduleAcceptances(Dice dice) {
    List<HouseholdProfile> listed =
        byTown.values().stream()
            .flatMap(List::stream)
            .filter(household -> household.has(Trait.HOUSING))
            .toList();
    int rank = 0;
    for (HouseholdProfile household : dice.shuffle(listed, any -> 1)) {
      household.acceptIn(AcceptancePhase.ofRank(rank++));
    }
  }
}
