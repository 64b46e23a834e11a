package bangfu.register;

import bangfu.intake.Table;
import java.util.BitSet;
import java.util.List;

/**
 * The units of which something is new since a delivery: a row about their households or persons, or
 * a day that one of their rows holds. Safe for any thread.
 */
public final class ChangedUnits {
  /** Buckets are numbered from 0. */
  public static final int BUCKETS = Homes.REFERENCE;

  private final FactPages pages;
  private final StoredRows storedRows;
  private final int since;
  private final int known;
  private final DueDays due;

  ChangedUnits(FactPages pages, StoredRows storedRows, int since, int known, DueDays due) {
    this.pages = pages;
    this.storedRows = storedRows;
    this.since = since;
    this.known = known;
    this.due = due;
  }

  /** Takes what there is about units of which something is new. */
  public interface Listener {
    /** A household or person of which there is a row in such a unit, or was one. */
    void subject(String subject);

    void unit(UnitRows unit);

    /** A row in force about somebody that the register does not know. */
    void unused(StoredRow row);
  }

  /** Gives out the units of one bucket in code-point order. */
  public void forEach(int bucket, Listener listener) {
    List<FactPage.Raw> ofBucket = pages.raw(bucket, known);
    Concerned concerned = new Concerned(ofBucket);
    BucketUnits units = new BucketUnits(storedRows);
    concerned.forEach((page, from, to) -> listener.subject(units.add(page, from, to)));
    units.forEach(listener::unit);
    units.forEachUnused(listener::unused);
  }

  /** Where a version stands in a page. */
  @FunctionalInterface
  private interface Version {
    void at(FactPage.Raw page, int from, int to);
  }

  /** The versions of a bucket, grouped by units; a subject without a unit is a group by itself. */
  private final class Concerned {
    private final List<FactPage.Raw> ofBucket;
    private final Links links = new Links();
    private final DueColumns columns = new DueColumns(due);
    private final ContentCells cells = new ContentCells();
    private final BitSet nodes = new BitSet();
    private final BitSet groups = new BitSet();
    private final IntList subjects = new IntList();

    Concerned(List<FactPage.Raw> ofBucket) {
      this.ofBucket = ofBucket;
      ofBucket.forEach(this::look);
      nodes.stream().forEach(node -> groups.set(links.group(node)));
    }

    private void look(FactPage.Raw page) {
      Table table = page.table();
      boolean isNew = page.delivery() > since;
      boolean linking = Links.isLinking(table);
      int subject = table.subjectIndex();
      page.forEach(
          (from, to) -> {
            cells.at(page.text(), from, to);
            int node = linking ? links.add(table, cells) : links.add(cells, subject);
            subjects.add(node);
            if (isNew || columns.holds(table, cells)) {
              nodes.set(node);
            }
          });
    }

    void forEach(Version consumer) {
      int[] at = {0};
      ofBucket.forEach(
          page ->
              page.forEach(
                  (from, to) -> {
                    if (groups.get(links.group(subjects.get(at[0]++)))) {
                      consumer.at(page, from, to);
                    }
                  }));
    }
  }
}
