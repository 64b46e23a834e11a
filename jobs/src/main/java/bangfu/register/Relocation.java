package bangfu.register;

import bangfu.intake.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Moves the rows of a bucket that have another home now: two units became one, or a household or
 * person was introduced whose rows were strays. Belongs in the transaction that publishes a
 * delivery. Which delivery brought a row does not change.
 */
final class Relocation {
  private final FactPages pages;
  private final Homes homes;
  private final int delivery;

  Relocation(FactPages pages, Homes homes, int delivery) {
    this.pages = pages;
    this.homes = homes;
    this.delivery = delivery;
  }

  /** Sends all rows of a bucket home. */
  void leave(int bucket) {
    Map<Table, Map<Integer, List<FactVersion>>> byPage = new LinkedHashMap<>();
    pages.read(
        bucket,
        delivery,
        version ->
            byPage
                .computeIfAbsent(version.row().table(), table -> new TreeMap<>())
                .computeIfAbsent(version.since(), since -> new ArrayList<>())
                .add(version));
    byPage.forEach(
        (table, bySince) ->
            bySince.forEach((since, versions) -> leave(bucket, table, since, versions)));
  }

  private void leave(int bucket, Table table, int since, List<FactVersion> versions) {
    TreeSet<Integer> concerned = new TreeSet<>();
    versions.forEach(version -> concerned.add(homes.bucket(version.subject())));
    if (concerned.isEmpty() || (concerned.size() == 1 && concerned.first() == bucket)) {
      return;
    }
    concerned.remove(bucket);
    try (PageWriter writer = new PageWriter(table, since, 0)) {
      for (int target : concerned) {
        pages.read(
            table,
            target,
            since,
            version -> {
              if (version.since() == since) {
                writer.add(target, version);
              }
            });
        pages.delete(table, since, target);
      }
      pages.delete(table, since, bucket);
      versions.forEach(version -> writer.add(homes.bucket(version.subject()), version));
      pages.insert(table, since, writer.finish());
    }
  }
}
