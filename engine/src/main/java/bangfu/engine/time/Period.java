package bangfu.engine.time;

import java.time.LocalDate;

/**
 * A named interval in which one sum can accrue once.
 *
 * @param id as written in 归属期间: {@code M2017-03}, {@code Y2017}, {@code AY2017}, {@code ONCE},
 *     {@code ITEM:…}, or empty for a state on one day
 * @param firstDay epoch day, included
 * @param lastDay epoch day, included
 */
public record Period(String id, int firstDay, int lastDay) {

  /** A period of one day: a dated event, or a state on that day. */
  public static Period on(String id, int day) {
    return new Period(id, day, day);
  }

  public static Period on(String id, LocalDate date) {
    return on(id, DaySet.day(date));
  }

  public DaySet days() {
    return DaySet.between(firstDay, lastDay);
  }
}
