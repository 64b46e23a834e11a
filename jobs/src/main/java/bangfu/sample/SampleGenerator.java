package bangfu.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a synthetic delivery: all tables of the contract, invented, without defects. With 3,979
 * households its register meets annex 1 on 2017-03-31 in every figure; another number keeps the
 * mix. Facts run to the end of 2019. Memory does not grow with the number of households.
 */
public final class SampleGenerator {
  /** The seed of the committed sample. */
  public static final long DEFAULT_SEED = 2017;

  /** The surveyed households of the notice (2.1-a). */
  public static final int DEFAULT_HOUSEHOLDS = 3979;

  /** Identity numbers, cards and the rows of a sheet suffice for so many. */
  public static final int MAX_HOUSEHOLDS = 1_000_000;

  private static final int STREAM = 3;

  private final long seed;
  private final int households;
  private final Plants plants;
  private final SamplePlan plan;
  private final List<HouseholdTables> tables;

  /**
   * @param seed the same seed and number give the same bytes on every machine
   * @param households 1 to {@link #MAX_HOUSEHOLDS}, both included
   * @throws IllegalArgumentException when the number is outside
   */
  public SampleGenerator(long seed, int households) {
    if (households < 1 || households > MAX_HOUSEHOLDS) {
      throw new IllegalArgumentException(
          "households: expected 1 to " + MAX_HOUSEHOLDS + ", but was " + households);
    }
    this.seed = seed;
    this.households = households;
    plan = new SamplePlan(households);
    plants = Plants.of(plan);
    tables =
        List.of(
            new RegisterTables(),
            new RollTables(),
            new LabourTables(),
            new InsuranceTables(),
            new FarmTables(plants),
            new DisabilityTables(),
            new SchoolTables(),
            new HousingTables(),
            new WomenTables(),
            new VolunteerTables(),
            new AccountTables(plants));
  }

  /**
   * Writes one file for each table; files of the same names are overwritten.
   *
   * @param folder created if need be
   * @throws IOException when a file cannot be written
   */
  public void write(Path folder) throws IOException {
    HouseholdMaker maker = new HouseholdMaker(seed, plants);
    try (DeliveryWriter delivery = new DeliveryWriter(folder)) {
      ReferenceTables.write(households, delivery);
      VillageTables.write(seed, delivery);
      plan.slots().map(maker::make).forEach(household -> write(household, delivery));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(SampleHousehold household, DeliveryWriter delivery) {
    for (int i = 0; i < tables.size(); i++) {
      Dice dice = new Dice(seed, household.town().number(), household.slot().index(), STREAM + i);
      tables.get(i).write(household, dice, delivery);
    }
  }
}
