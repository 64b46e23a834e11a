package bangfu.register;

import bangfu.intake.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Streams units of assessment in code-point order, page by page: a query for the names, one for the
 * rows about households and one for the rows about persons. Not for two threads at once.
 */
public final class UnitReader {
  private static final int PAGE_HOUSEHOLDS = 2_000;
  private static final String PERSON = "身份证号";
  private static final String PAGE =
      "select unit, household_no from unit_household where unit > ? order by unit, household_no"
          + " fetch first ? rows only";

  private final JdbcTemplate jdbc;
  private final FactReader facts;

  UnitReader(JdbcTemplate jdbc, Tables tables, int knownDelivery) {
    this.jdbc = jdbc;
    this.facts = new FactReader(jdbc, tables, knownDelivery);
  }

  /** The partition of a unit: it depends on the unit's name and their number alone. */
  public static int partition(String unit, int partitions) {
    return (int) Math.floorMod(HashIndex.hash(unit), (long) partitions);
  }

  /** All units of a partition, from 0. */
  public void forEach(int partition, int partitions, Consumer<UnitRows> consumer) {
    String last = "";
    for (List<Link> page = page(last); !page.isEmpty(); page = page(last)) {
      last = page.get(page.size() - 1).unit();
      emit(
          page.stream().filter(l -> partition(l.unit(), partitions) == partition).toList(),
          consumer);
    }
  }

  /** The units of some households, each once; households that nobody introduced have none. */
  public void forEachOf(Collection<String> households, Consumer<UnitRows> consumer) {
    List<Link> links =
        jdbc.query(
            connection -> {
              var statement =
                  connection.prepareStatement(
                      "select unit, household_no from unit_household where unit in (select unit"
                          + " from unit_household where household_no = any(?))");
              statement.setArray(1, connection.createArrayOf("varchar", households.toArray()));
              return statement;
            },
            (cursor, row) -> new Link(cursor.getString(1), cursor.getString(2)));
    emit(links, consumer);
  }

  private record Link(String unit, String household) {}

  /** The next units, whole units only. */
  private List<Link> page(String after) {
    int limit = PAGE_HOUSEHOLDS;
    while (true) {
      List<Link> page =
          jdbc.query(
              PAGE,
              (cursor, row) -> new Link(cursor.getString(1), cursor.getString(2)),
              after,
              limit);
      int whole = page.size() < limit ? page.size() : startOfLastUnit(page);
      if (whole > 0 || page.isEmpty()) {
        return page.subList(0, whole);
      }
      limit *= 2;
    }
  }

  private static int startOfLastUnit(List<Link> page) {
    int start = page.size() - 1;
    String last = page.get(start).unit();
    while (start > 0 && page.get(start - 1).unit().equals(last)) {
      start--;
    }
    return start;
  }

  private void emit(List<Link> links, Consumer<UnitRows> consumer) {
    Map<String, List<StoredRow>> ofHousehold =
        facts.bySubject(links.stream().map(Link::household).toList());
    Map<String, TreeSet<String>> personsOfUnit = new TreeMap<>();
    Map<String, List<StoredRow>> rowsOfUnit = new TreeMap<>();
    for (Link link : links) {
      List<StoredRow> rows = ofHousehold.getOrDefault(link.household(), List.of());
      rowsOfUnit.computeIfAbsent(link.unit(), u -> new ArrayList<>()).addAll(rows);
      personsOfUnit.computeIfAbsent(link.unit(), u -> new TreeSet<>()).addAll(persons(rows));
    }
    Map<String, List<StoredRow>> ofPerson =
        facts.bySubject(personsOfUnit.values().stream().flatMap(Collection::stream).toList());
    rowsOfUnit.forEach(
        (unit, rows) -> {
          personsOfUnit.get(unit).forEach(id -> rows.addAll(ofPerson.getOrDefault(id, List.of())));
          if (!rows.isEmpty()) {
            consumer.accept(new UnitRows(unit, rows));
          }
        });
  }

  private static List<String> persons(List<StoredRow> rows) {
    return rows.stream()
        .filter(row -> row.row().table().name().equals(UnitLinker.MEMBERS))
        .map(row -> row.value(PERSON))
        .toList();
  }
}
