package bangfu.register;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Streams units of assessment, bucket by bucket: one query each, and one bucket in memory. Inside a
 * bucket units come in code-point order. Safe for any thread.
 */
public final class UnitReader {
  /** As many partitions have one bucket each. */
  public static final int BUCKETS = Homes.REFERENCE;

  private final FactPages pages;
  private final StoredRows storedRows;
  private final HomeFinder finder;
  private final int knownDelivery;

  UnitReader(FactPages pages, StoredRows storedRows, HomeFinder finder, int knownDelivery) {
    this.pages = pages;
    this.storedRows = storedRows;
    this.finder = finder;
    this.knownDelivery = knownDelivery;
  }

  /** All units of a partition, from 0. */
  public void forEach(int partition, int partitions, Consumer<UnitRows> consumer) {
    forEach(partition, partitions, consumer, unused -> {});
  }

  /**
   * All units of a partition, from 0, and the rows in force that no unit uses: about households or
   * persons that the register does not know.
   */
  public void forEach(
      int partition, int partitions, Consumer<UnitRows> consumer, Consumer<StoredRow> unused) {
    for (int bucket = partition; bucket < Homes.REFERENCE; bucket += partitions) {
      BucketUnits units = bucket(bucket);
      units.forEach(consumer);
      units.forEachUnused(unused);
    }
  }

  /** The units of some households, each once; households that nobody introduced have none. */
  public void forEachOf(Collection<String> households, Consumer<UnitRows> consumer) {
    Set<String> wanted = new HashSet<>(households);
    Set<Integer> buckets = new TreeSet<>();
    wanted.forEach(household -> buckets.add(finder.bucket(household)));
    for (int bucket : buckets) {
      bucket(bucket)
          .forEachVersions(
              versions -> {
                if (versions.households().stream().anyMatch(wanted::contains)) {
                  UnitRows unit = versions.at(knownDelivery);
                  if (unit.rows().stream().anyMatch(row -> wanted.contains(household(row)))) {
                    consumer.accept(unit);
                  }
                }
              });
    }
  }

  /** All units of a partition, from 0, with everything that was ever said about them. */
  public void forEachVersions(int partition, int partitions, Consumer<UnitVersions> consumer) {
    for (int bucket = partition; bucket < Homes.REFERENCE; bucket += partitions) {
      bucket(bucket).forEachVersions(consumer);
    }
  }

  /** As {@link #forEachVersions}, for the units of some households, each once. */
  public void forEachVersionsOf(Collection<String> households, Consumer<UnitVersions> consumer) {
    Set<Integer> buckets = new TreeSet<>();
    households.forEach(household -> buckets.add(finder.bucket(household)));
    for (int bucket : buckets) {
      bucket(bucket)
          .forEachVersions(
              unit -> {
                if (unit.households().stream().anyMatch(households::contains)) {
                  consumer.accept(unit);
                }
              });
    }
  }

  private static String household(StoredRow row) {
    return row.row().table().name().equals(Links.HOUSEHOLDS) ? row.row().subject() : null;
  }

  /** The bucket, from 0, with everything about a household. */
  public int bucket(String household) {
    return finder.bucket(household);
  }

  private BucketUnits bucket(int bucket) {
    BucketUnits units = new BucketUnits(storedRows);
    pages.raw(bucket, knownDelivery).forEach(units::add);
    return units;
  }
}
