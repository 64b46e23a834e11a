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

/**
 * All facts of one bucket, put together into its units. Until their unit comes they stay bytes of
 * their pages, and after it they are forgotten: rows that live for a bucket's time are dear to
 * collect.
 */
final class BucketUnits {
  /** All versions that were read. */
  private static final int NEWEST = Integer.MAX_VALUE;

  private final StoredRows storedRows;
  private final Map<String, List<Place>> bySubject = new HashMap<>();
  private final Links links = new Links();
  private final TreeSet<String> introduced = new TreeSet<>();
  private final ContentCells cells = new ContentCells();
  private final Set<String> used = new HashSet<>();

  /** Where a version stands. */
  private record Place(FactPage.Raw page, int from, int to) {}

  BucketUnits(StoredRows storedRows) {
    this.storedRows = storedRows;
  }

  /** Takes the versions of a page; those of one table come together. */
  void add(FactPage.Raw page) {
    page.forEach((from, to) -> add(page, from, to));
  }

  /**
   * Takes one version of a page; those of one table come together.
   *
   * @return whom it is about
   */
  String add(FactPage.Raw page, int from, int to) {
    Table table = page.table();
    cells.at(page.text(), from, to);
    String subject = cells.value(table.subjectIndex());
    if (Links.isLinking(table)) {
      links.add(table, cells);
      if (table.name().equals(Links.HOUSEHOLDS)) {
        introduced.add(subject);
      }
    }
    bySubject.computeIfAbsent(subject, s -> new ArrayList<>()).add(new Place(page, from, to));
    return subject;
  }

  /** Gives out the units in code-point order of their smallest household numbers. */
  void forEach(Consumer<UnitRows> consumer) {
    forEachVersions(unit -> consumer.accept(unit.at(NEWEST)));
  }

  /** As {@link #forEach}, with all versions that the bucket has. */
  void forEachVersions(Consumer<UnitVersions> consumer) {
    households()
        .forEach(
            (unit, households) -> {
              consumer.accept(new UnitVersions(unit, households, this));
              used.forEach(bySubject::remove);
              used.clear();
            });
  }

  /** Gives out, after the units, the rows in force about subjects that belong to none. */
  void forEachUnused(Consumer<StoredRow> consumer) {
    new TreeMap<>(bySubject).forEach((subject, places) -> rows(subject, NEWEST).forEach(consumer));
  }

  /** The introduced households of each unit, by the smallest of them. */
  private Map<String, List<String>> households() {
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
    List<FactVersion> versions = new ArrayList<>();
    for (Place place : bySubject.getOrDefault(subject, List.of())) {
      if (place.page().delivery() <= known) {
        versions.add(place.page().version(place.from(), place.to()));
      }
    }
    return versions;
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
      bySubject
          .getOrDefault(subject, List.of())
          .forEach(place -> deliveries.add(place.page().delivery()));
    }
    return deliveries;
  }
}
