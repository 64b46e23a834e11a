package bangfu.engine.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A value over time, for example a rate with its days in force or a column without a date of its
 * own. Where two segments cover one day, the one that begins later counts. A day that no segment
 * covers has no value: unknown.
 *
 * @param <T> the value, never null
 */
public final class Timeline<T> {

  /**
   * One value and its days in force.
   *
   * @param from first day, included
   * @param to last day, included
   */
  public record Segment<T>(int from, int to, T value) {}

  private final List<Segment<T>> segments;

  private Timeline(List<Segment<T>> segments) {
    this.segments = segments;
  }

  public static <T> Timeline<T> unknown() {
    return new Timeline<>(List.of());
  }

  /** The same value on every day. */
  public static <T> Timeline<T> always(T value) {
    return new Timeline<>(List.of(new Segment<>(DaySet.EARLIEST, DaySet.LATEST, value)));
  }

  public static <T> Timeline<T> of(List<Segment<T>> segments) {
    List<Segment<T>> sorted = new ArrayList<>(segments);
    sorted.sort(Comparator.comparingInt(Segment::from));
    return new Timeline<>(List.copyOf(sorted));
  }

  public static <T> Segment<T> segment(LocalDate from, LocalDate to, T value) {
    return new Segment<>(
        from == null ? DaySet.EARLIEST : DaySet.day(from),
        to == null ? DaySet.LATEST : DaySet.day(to),
        value);
  }

  public List<Segment<T>> segments() {
    return segments;
  }

  /** The value in force on a day, or null when none is known. */
  public T at(int day) {
    for (int i = segments.size() - 1; i >= 0; i--) {
      Segment<T> segment = segments.get(i);
      if (segment.from() <= day && day <= segment.to()) {
        return segment.value();
      }
    }
    return null;
  }

  /** The days on which the value in force satisfies the test. */
  public DaySet daysWhere(Predicate<? super T> test) {
    return days(value -> test.test(value) ? DaySet.ALL : DaySet.NONE);
  }

  /** Joins what each value says about the days on which it is in force. */
  public DaySet days(Function<? super T, DaySet> daysOfValue) {
    DaySet result = DaySet.NONE;
    DaySet later = DaySet.NONE;
    for (int i = segments.size() - 1; i >= 0; i--) {
      Segment<T> segment = segments.get(i);
      DaySet inForce = DaySet.between(segment.from(), segment.to());
      result = result.or(inForce.minus(later).and(daysOfValue.apply(segment.value())));
      later = later.or(inForce);
    }
    return result;
  }

  public <R> Timeline<R> map(Function<? super T, R> mapping) {
    List<Segment<R>> mapped = new ArrayList<>();
    for (Segment<T> segment : segments) {
      mapped.add(new Segment<>(segment.from(), segment.to(), mapping.apply(segment.value())));
    }
    return new Timeline<>(List.copyOf(mapped));
  }

  @Override
  public String toString() {
    return segments.toString();
  }
}
