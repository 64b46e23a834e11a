package bangfu.register;

import bangfu.intake.Row;
import bangfu.intake.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Joins households into units of assessment: those linked by 原户编号, or by a shared person, at any
 * time the register knows of. Two that name one unknown origin are linked too. Units only grow, for
 * past versions of rows link as well.
 */
final class UnitLinker {
  static final String HOUSEHOLDS = "nb_household";
  static final String MEMBERS = "nb_member";
  private static final String ORIGIN = "原户编号";
  private static final String PERSON = "身份证号";
  private static final int CHUNK_ROWS = 10_000;

  private final JdbcTemplate jdbc;
  private final HashIndex nodes = new HashIndex();
  private final UnionFind groups = new UnionFind();
  private final List<String> households = new ArrayList<>();

  private UnitLinker(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Brings the units up to date with all rows written so far; only changes are written. */
  static void link(JdbcTemplate jdbc, Tables tables) {
    UnitLinker linker = new UnitLinker(jdbc);
    new FactScan(jdbc, tables, List.of(HOUSEHOLDS, MEMBERS), "")
        .forEach(version -> linker.join(version.row()));
    linker.write();
  }

  private void join(Row row) {
    String other = row.value(row.table().name().equals(HOUSEHOLDS) ? ORIGIN : PERSON);
    int household = nodes.add(row.subject());
    groups.reach(household);
    if (other != null) {
      groups.join(household, nodes.add(other));
    }
    if (row.table().name().equals(HOUSEHOLDS)) {
      introduce(row.subject());
    }
  }

  /** Versions of one household follow one another. */
  private void introduce(String household) {
    int last = households.size() - 1;
    if (last < 0 || !households.get(last).equals(household)) {
      households.add(household);
    }
  }

  private void write() {
    String[] unitOfGroup = new String[nodes.size()];
    for (String household : households) {
      int group = groups.group(nodes.find(household));
      String unit = unitOfGroup[group];
      if (unit == null || household.compareTo(unit) < 0) {
        unitOfGroup[group] = household;
      }
    }
    long[] stored = storedUnits();
    List<Object[]> inserts = new ArrayList<>();
    List<Object[]> updates = new ArrayList<>();
    for (String household : households) {
      int node = nodes.find(household);
      String unit = unitOfGroup[groups.group(node)];
      if (stored[node] == 0) {
        inserts.add(new Object[] {unit, household});
      } else if (stored[node] != HashIndex.hash(unit)) {
        updates.add(new Object[] {unit, household});
      }
      flush(inserts, updates, CHUNK_ROWS);
    }
    flush(inserts, updates, 1);
  }

  /** The hash of the unit that is stored for each node; 0 where none is. */
  private long[] storedUnits() {
    long[] units = new long[nodes.size()];
    jdbc.query(
        "select household_no, unit from unit_household",
        cursor -> {
          units[nodes.find(cursor.getString(1))] = HashIndex.hash(cursor.getString(2));
        });
    return units;
  }

  private void flush(List<Object[]> inserts, List<Object[]> updates, int atLeast) {
    if (inserts.size() >= atLeast) {
      jdbc.batchUpdate("insert into unit_household (unit, household_no) values (?, ?)", inserts);
      inserts.clear();
    }
    if (updates.size() >= atLeast) {
      jdbc.batchUpdate("update unit_household set unit = ? where household_no = ?", updates);
      updates.clear();
    }
  }

  /** Disjoint groups of nodes. */
  private static final class UnionFind {
    private int[] parents = new int[0];

    /** Makes sure that there is a group for a node. */
    void reach(int node) {
      if (node >= parents.length) {
        int old = parents.length;
        parents = Arrays.copyOf(parents, Math.max(1024, Math.max(node + 1, 2 * old)));
        for (int i = old; i < parents.length; i++) {
          parents[i] = i;
        }
      }
    }

    void join(int one, int other) {
      reach(one);
      reach(other);
      parents[group(one)] = group(other);
    }

    int group(int node) {
      int at = node;
      while (parents[at] != at) {
        parents[at] = parents[parents[at]];
        at = parents[at];
      }
      return at;
    }
  }
}
