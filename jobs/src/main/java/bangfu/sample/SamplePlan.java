package bangfu.sample;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which profile each household has. 3,979 households are the blueprint itself; another number is
 * shared out among the towns by largest remainder, and each town walks its profiles in equal steps,
 * so that every make of household keeps its share.
 */
final class SamplePlan {
  private final Blueprint blueprint = new Blueprint();
  private final int[] householdsByTown;

  SamplePlan(int households) {
    long[] weights =
        Arrays.stream(Town.values()).mapToLong(BaselineFigure.HOUSEHOLDS::in).toArray();
    householdsByTown = Apportionment.largestRemainder(households, weights);
  }

  /** All households, town by town. */
  Stream<HouseholdSlot> slots() {
    return Arrays.stream(Town.values())
        .flatMap(town -> IntStream.range(0, households(town)).mapToObj(i -> slot(town, i)));
  }

  int households(Town town) {
    return householdsByTown[town.number() - 1];
  }

  /** 户编号 of the first household from {@code skip} on with this make; empty when there is none. */
  String find(int skip, Predicate<HouseholdProfile> make) {
    return slots()
        .filter(slot -> make.test(slot.profile()))
        .skip(skip)
        .map(HouseholdSlot::number)
        .findFirst()
        .orElse("");
  }

  private HouseholdSlot slot(Town town, int index) {
    List<HouseholdProfile> profiles = blueprint.in(town);
    int profile = (int) ((2L * index + 1) * profiles.size() / (2L * households(town)));
    String number = "DM" + town.shortCode() + "-" + Digits.padded(index + 1L, 6);
    return new HouseholdSlot(number, town, index, profiles.get(profile));
  }
}
