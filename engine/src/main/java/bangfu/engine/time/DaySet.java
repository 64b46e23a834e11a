package bangfu.engine.time;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * An immutable set of calendar days: sorted, disjoint, closed intervals; neighbouring intervals are
 * joined.
 *
 * <p>Days are epoch days ({@link LocalDate#toEpochDay()}). {@link #ALL} reaches from {@link
 * #EARLIEST} to {@link #LATEST}, both included; an open end of an interval in an extract is one of
 * these.
 */
public final class DaySet {
  /** The first day the engine knows, 1800-01-01. */
  public static final int EARLIEST = (int) LocalDate.of(1800, 1, 1).toEpochDay();

  /** The last day the engine knows, 2999-12-31. */
  public static final int LATEST = (int) LocalDate.of(2999, 12, 31).toEpochDay();

  public static final DaySet NONE = new DaySet(new int[0]);
  public static final DaySet ALL = new DaySet(new int[] {EARLIEST, LATEST});

  /** from0, to0, from1, to1, …; both ends belong to their interval. */
  private final int[] bounds;

  private DaySet(int[] bounds) {
    this.bounds = bounds;
  }

  /**
   * The days from {@code from} to {@code to}, both included; empty when it ends before it begins.
   */
  public static DaySet between(int from, int to) {
    return from > to ? NONE : new DaySet(new int[] {from, to});
  }

  /** As {@link #between(int, int)}; null = open on that side. */
  public static DaySet between(LocalDate from, LocalDate to) {
    return between(from == null ? EARLIEST : day(from), to == null ? LATEST : day(to));
  }

  public static DaySet from(int first) {
    return between(first, LATEST);
  }

  public static DaySet until(int last) {
    return between(EARLIEST, last);
  }

  public static DaySet of(int day) {
    return between(day, day);
  }

  /** The epoch day of a date, cut to the days the engine knows. */
  public static int day(LocalDate date) {
    return (int) Math.max(EARLIEST, Math.min(LATEST, date.toEpochDay()));
  }

  public boolean isEmpty() {
    return bounds.length == 0;
  }

  private boolean isAll() {
    return bounds.length == 2 && bounds[0] == EARLIEST && bounds[1] == LATEST;
  }

  public boolean contains(int day) {
    for (int i = 0; i < bounds.length; i += 2) {
      if (day < bounds[i]) {
        return false;
      }
      if (day <= bounds[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /**
   * The first day of the set.
   *
   * @throws IllegalStateException when the set is empty
   */
  public int first() {
    requireDays();
    return bounds[0];
  }

  /**
   * The last day of the set.
   *
   * @throws IllegalStateException when the set is empty
   */
  public int last() {
    requireDays();
    return bounds[bounds.length - 1];
  }

  public boolean meets(DaySet other) {
    return !and(other).isEmpty();
  }

  /** The days in both sets. */
  public DaySet and(DaySet other) {
    if (isAll() || other.isEmpty()) {
      return other;
    }
    if (other.isAll() || isEmpty()) {
      return this;
    }
    int[] out = new int[bounds.length + other.bounds.length];
    int n = 0;
    for (int i = 0, j = 0; i < bounds.length && j < other.bounds.length; ) {
      int from = Math.max(bounds[i], other.bounds[j]);
      int to = Math.min(bounds[i + 1], other.bounds[j + 1]);
      if (from <= to) {
        out[n++] = from;
        out[n++] = to;
      }
      if (bounds[i + 1] < other.bounds[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return trimmed(out, n);
  }

  public DaySet and(int from, int to) {
    return and(between(from, to));
  }

  /** The days in either set. */
  public DaySet or(DaySet other) {
    if (isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    int[] out = new int[bounds.length + other.bounds.length];
    int n = 0;
    for (int i = 0, j = 0; i < bounds.length || j < other.bounds.length; ) {
      boolean mine =
          j >= other.bounds.length || (i < bounds.length && bounds[i] <= other.bounds[j]);
      int from = mine ? bounds[i] : other.bounds[j];
      int to = mine ? bounds[i + 1] : other.bounds[j + 1];
      if (n > 0 && from <= out[n - 1] + 1) {
        out[n - 1] = Math.max(out[n - 1], to);
      } else {
        out[n++] = from;
        out[n++] = to;
      }
      if (mine) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return trimmed(out, n);
  }

  /** The days of this set that are not in the other. */
  public DaySet minus(DaySet other) {
    return isEmpty() || other.isEmpty() ? this : and(other.complement());
  }

  private DaySet complement() {
    int[] out = new int[bounds.length + 2];
    int n = 0;
    int next = EARLIEST;
    for (int i = 0; i < bounds.length; i += 2) {
      if (next < bounds[i]) {
        out[n++] = next;
        out[n++] = bounds[i] - 1;
      }
      next = bounds[i + 1] + 1;
    }
    if (next <= LATEST) {
      out[n++] = next;
      out[n++] = LATEST;
    }
    return trimmed(out, n);
  }

  private static DaySet trimmed(int[] bounds, int length) {
    return length == 0 ? NONE : new DaySet(Arrays.copyOf(bounds, length));
  }

  private void requireDays() {
    if (isEmpty()) {
      throw new IllegalStateException("an empty set of days has neither a first nor a last day");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DaySet set && Arrays.equals(bounds, set.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  /** For people: {@code 2017-03-10..2017-04-30, 2018-01-01..}; an open end is left out. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bounds.length; i += 2) {
      text.append(i == 0 ? "" : ", ")
          .append(bounds[i] == EARLIEST ? "" : LocalDate.ofEpochDay(bounds[i]))
          .append("..")
          .append(bounds[i + 1] == LATEST ? "" : LocalDate.ofEpochDay(bounds[i + 1]));
    }
    return text.isEmpty() ? "no day" : text.toString();
  }
}
