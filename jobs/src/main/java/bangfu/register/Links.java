package bangfu.register;

import bangfu.intake.Row;
import bangfu.intake.Table;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Joins households into units of assessment: those linked by 原户编号, or by a shared person, at any
 * time the register knows of. Two that name one unknown origin are linked too. Units only grow, for
 * past versions of rows link as well.
 */
final class Links {
  static final String HOUSEHOLDS = "nb_household";
  static final String MEMBERS = "nb_member";
  static final String PERSON = "身份证号";
  private static final String ORIGIN = "原户编号";

  private final HashIndex nodes = new HashIndex();
  private final BitSet introduced = new BitSet();
  private int[] parents = new int[0];

  /** Takes in a row of either table; returns the node of its household. */
  int add(Row row) {
    String other = row.value(row.table().name().equals(HOUSEHOLDS) ? ORIGIN : PERSON);
    int household = nodes.add(row.subject());
    reach(household);
    if (other != null) {
      join(household, nodes.add(other));
    }
    return household;
  }

  /** True for the tables whose rows link. */
  static boolean isLinking(Table table) {
    return table.name().equals(HOUSEHOLDS) || table.name().equals(MEMBERS);
  }

  /** As {@link #add(Row)}, for the content of a row. */
  int add(Table table, ContentCells row) {
    int other = table.index(table.name().equals(HOUSEHOLDS) ? ORIGIN : PERSON);
    int household = add(row, table.subjectIndex());
    if (row.length(other) > 0) {
      join(household, nodes.add(row.text(), row.start(other), row.length(other)));
    }
    return household;
  }

  /** Takes in whom a column names, linked to nobody so far; returns the node. */
  int add(ContentCells row, int column) {
    int node = nodes.add(row.text(), row.start(column), row.length(column));
    reach(node);
    return node;
  }

  /** Notes that a household has a row of its own; false when it had one before. */
  boolean introduce(int node) {
    boolean isNew = !introduced.get(node);
    introduced.set(node);
    return isNew;
  }

  /** The node of a household or person, or {@link HashIndex#ABSENT}. */
  int find(String subject) {
    return nodes.find(subject);
  }

  /** The number of nodes. */
  int size() {
    return nodes.size();
  }

  /** The same number, below {@link #size}, for all nodes of a unit. */
  int group(int node) {
    return compressed(node);
  }

  /** Makes {@link #group} a single look, and safe for any thread from now on. */
  void settle() {
    for (int node = 0; node < nodes.size(); node++) {
      parents[node] = compressed(node);
    }
  }

  private void join(int one, int other) {
    reach(other);
    parents[compressed(one)] = compressed(other);
  }

  private int compressed(int node) {
    int at = node;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private void reach(int node) {
    if (node >= parents.length) {
      int old = parents.length;
      parents = Arrays.copyOf(parents, Math.max(1024, Math.max(node + 1, 2 * old)));
      for (int i = old; i < parents.length; i++) {
        parents[i] = i;
      }
    }
  }
}
