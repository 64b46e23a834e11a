package bangfu.register;

import bangfu.intake.Row;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;

/**
 * Where facts live. All rows about the households and persons of a unit of assessment lie in one of
 * {@value #UNIT_BUCKETS} buckets, so that a bucket is assessed with one look into the database.
 * Rows about households or persons that no household introduced are strays; rows about nobody are
 * reference.
 *
 * <p>A unit's bucket follows from its smallest household number, and stays when a smaller one joins
 * later; when two units become one, the bucket of the smallest household known before is that of
 * all. Nothing depends on the order of rows. Safe for any thread once {@link #settle} is done.
 */
final class Homes {
  static final int UNIT_BUCKETS = 64;
  static final int STRAYS = UNIT_BUCKETS;
  static final int REFERENCE = UNIT_BUCKETS + 1;
  static final int ALL_BUCKETS = UNIT_BUCKETS + 2;

  private static final int NONE = -1;

  private final Links links = new Links();
  private final List<String> households = new ArrayList<>();
  private final IntList nodes = new IntList(); // of the households
  private final ContentCells cells = new ContentCells();
  private int[] bucketBefore = new int[0];
  private int[] bucketOfGroup = new int[0];
  private boolean mayIntroduceStrays;

  /** The homes as the published deliveries have settled them. */
  static Homes of(FactPages pages, Tables tables, int lastDelivery) {
    Homes homes = new Homes();
    for (Table table : List.of(tables.table(Links.HOUSEHOLDS), tables.table(Links.MEMBERS))) {
      for (int bucket = 0; bucket < REFERENCE; bucket++) {
        int at = bucket;
        pages.raw(table, bucket, lastDelivery).forEach(page -> homes.add(page, at));
      }
    }
    return homes;
  }

  private void add(FactPage.Raw page, int bucket) {
    Table table = page.table();
    boolean introducing = table.name().equals(Links.HOUSEHOLDS);
    page.forEach(
        (from, to) -> {
          cells.at(page.text(), from, to);
          int node = links.add(table, cells);
          grow();
          if (introducing) {
            introduce(cells.value(table.subjectIndex()), node, bucket);
          }
        });
  }

  private void introduce(String household, int node, int bucket) {
    introduce(household, node);
    if (bucketBefore[node] == NONE) {
      bucketBefore[node] = bucket;
    }
  }

  /** Takes in a row of a new delivery. */
  void add(Row row) {
    link(row);
    mayIntroduceStrays = true;
  }

  private int link(Row row) {
    int node = links.add(row);
    grow();
    if (row.table().name().equals(Links.HOUSEHOLDS)) {
      introduce(row.subject(), node);
    }
    return node;
  }

  private void grow() {
    int old = bucketBefore.length;
    if (links.size() > old) {
      bucketBefore = Arrays.copyOf(bucketBefore, Math.max(1024, 2 * links.size()));
      Arrays.fill(bucketBefore, old, bucketBefore.length, NONE);
    }
  }

  private void introduce(String household, int node) {
    if (links.introduce(node)) {
      households.add(household);
      nodes.add(node);
    }
  }

  /**
   * Settles where each unit lives, now that all households and members are known.
   *
   * @return the buckets in which rows lie that have to move
   */
  Set<Integer> settle() {
    links.settle();
    bucketOfGroup = new int[links.size()];
    Arrays.fill(bucketOfGroup, NONE);
    int[] deciding = deciding();
    for (int group = 0; group < deciding.length; group++) {
      if (deciding[group] != NONE) {
        int before = bucketBefore(deciding[group]);
        bucketOfGroup[group] = before == NONE ? first(households.get(deciding[group])) : before;
      }
    }
    return leaving();
  }

  /** For each group the household that says where it lives. */
  private int[] deciding() {
    int[] deciding = new int[links.size()];
    Arrays.fill(deciding, NONE);
    for (int household = 0; household < households.size(); household++) {
      int group = links.group(nodes.get(household));
      if (deciding[group] == NONE || decidesBefore(household, deciding[group])) {
        deciding[group] = household;
      }
    }
    return deciding;
  }

  /** One known before decides before a new one, then the smaller one. */
  private boolean decidesBefore(int household, int other) {
    boolean isKnown = bucketBefore(household) != NONE;
    return isKnown == (bucketBefore(other) != NONE)
        ? households.get(household).compareTo(households.get(other)) < 0
        : isKnown;
  }

  private int bucketBefore(int household) {
    return bucketBefore[nodes.get(household)];
  }

  private int bucket(int household) {
    return bucketOfGroup[links.group(nodes.get(household))];
  }

  private Set<Integer> leaving() {
    Set<Integer> leaving = new TreeSet<>();
    if (mayIntroduceStrays) {
      leaving.add(STRAYS);
    }
    for (int household = 0; household < households.size(); household++) {
      int before = bucketBefore(household);
      if (before != NONE && before != bucket(household)) {
        leaving.add(before);
      }
    }
    return leaving;
  }

  /** Where a household lives that was introduced alone. */
  static int first(String household) {
    return (int) Math.floorMod(HashIndex.hash(household), (long) UNIT_BUCKETS);
  }

  /** The bucket of all rows about somebody; null means nobody. */
  int bucket(String subject) {
    if (subject == null) {
      return REFERENCE;
    }
    int node = links.find(subject);
    int bucket = node == HashIndex.ABSENT ? NONE : bucketOfGroup[links.group(node)];
    return bucket == NONE ? STRAYS : bucket;
  }

  /** Gives out the households that live elsewhere than before, new ones too, and their buckets. */
  void forEachMoved(ObjIntConsumer<String> consumer) {
    for (int household = 0; household < households.size(); household++) {
      if (bucketBefore(household) != bucket(household)) {
        consumer.accept(households.get(household), bucket(household));
      }
    }
  }
}
