package bangfu.register;

import bangfu.intake.Row;
import bangfu.intake.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** All facts of one bucket, put together into its units. */
final class BucketUnits {
  /** All versions that were read. */
  private static final int NEWEST = Integer.MAX_VALUE;

  private final StoredRows storedRows;
  private final Map<String, List<FactVersion>> bySubject = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  BucketUnits(StoredRows storedRows) {
    this.storedRows = storedRows;
  }

  /** Takes a version; those of one table come together. */
  void add(FactVersion version) {
    bySubject.computeIfAbsent(version.subject(), subject -> new ArrayList<>()).add(version);
  }

  /** Gives out the units in code-point order of their smallest household numbers. */
  void forEach(Consumer<UnitRows> consumer) {
    households()
        .forEach(
            (unit, households) ->
                consumer.accept(new UnitRows(unit, households, rowsOf(households, NEWEST))));
  }

  /** As {@link #forEach}, with all versions that the bucket has. */
  void forEachVersions(Consumer<UnitVersions> consumer) {
    households()
        .forEach((unit, households) -> consumer.accept(new UnitVersions(unit, households, this)));
  }

  /** Gives out, after the units, the rows in force about subjects that belong to none. */
  void forEachUnused(Consumer<StoredRow> consumer) {
    new TreeMap<>(bySubject)
        .forEach(
            (subject, versions) -> {
              if (!used.contains(subject)) {
                rows(subject, NEWEST).forEach(consumer);
              }
            });
  }

  /** The introduced households of each unit, by the smallest of them. */
  private Map<String, List<String>> households() {
    Links links = new Links();
    TreeSet<String> introduced = new TreeSet<>();
    bySubject.forEach(
        (subject, versions) -> {
          for (FactVersion version : versions) {
            String table = version.row().table().name();
            boolean household = table.equals(Links.HOUSEHOLDS);
            if (household || table.equals(Links.MEMBERS)) {
              links.add(version.row());
            }
            if (household) {
              introduced.add(subject);
            }
          }
        });
    Map<Integer, List<String>> byGroup = new LinkedHashMap<>();
    introduced.forEach(
        household ->
            byGroup
                .computeIfAbsent(links.group(links.find(household)), g -> new ArrayList<>(1))
                .add(household));
    Map<String, List<String>> units = new TreeMap<>();
    byGroup.values().forEach(unit -> units.put(unit.get(0), unit));
    return units;
  }

  /** The rows in force, as known at a delivery, about households and their persons. */
  List<StoredRow> rowsOf(List<String> households, int known) {
    List<StoredRow> rows = new ArrayList<>();
    households.forEach(household -> rows.addAll(rows(household, known)));
    TreeSet<String> persons = new TreeSet<>();
    for (StoredRow row : rows) {
      Row value = row.row();
      if (value.table().name().equals(Links.MEMBERS)) {
        persons.add(value.value(Links.PERSON));
      }
    }
    persons.forEach(person -> rows.addAll(rows(person, known)));
    used.addAll(households);
    used.addAll(persons);
    return rows;
  }

  private List<StoredRow> rows(String subject, int known) {
    List<FactVersion> versions = versions(subject, known);
    List<StoredRow> rows = new ArrayList<>(versions.size());
    int first = 0;
    for (int i = 1; i <= versions.size(); i++) {
      if (i == versions.size() || table(versions, i) != table(versions, first)) {
        rows.addAll(storedRows.of(versions.subList(first, i)));
        first = i;
      }
    }
    return rows;
  }

  private List<FactVersion> versions(String subject, int known) {
    List<FactVersion> versions = bySubject.getOrDefault(subject, List.of());
    return known == NEWEST
        ? versions
        : versions.stream().filter(version -> version.since() <= known).toList();
  }

  private static Table table(List<FactVersion> versions, int index) {
    return versions.get(index).row().table();
  }

  /** The deliveries that brought anything about households and whoever was a member of them. */
  SortedSet<Integer> deliveriesOf(List<String> households) {
    Set<String> subjects = new HashSet<>(households);
    for (String household : households) {
      for (FactVersion version : versions(household, NEWEST)) {
        if (version.row().table().name().equals(Links.MEMBERS)) {
          subjects.add(version.row().value(Links.PERSON));
        }
      }
    }
    SortedSet<Integer> deliveries = new TreeSet<>();
    for (String subject : subjects) {
      versions(subject, NEWEST).forEach(version -> deliveries.add(version.since()));
    }
    return deliveries;
  }
}
