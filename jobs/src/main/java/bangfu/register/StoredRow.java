package bangfu.register;

import bangfu.engine.fact.Source;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Timeline;
import bangfu.intake.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A row as the register knows it at some delivery.
 *
 * @param row the version in force
 * @param delivery the delivery that brought this version
 * @param history the versions whose undated columns count, oldest first, the version in force last;
 *     a table without undated columns needs only that one
 * @param endedOn the day on which a confirmed disappearance ended the row; null = it stands
 */
public record StoredRow(Row row, int delivery, List<Version> history, LocalDate endedOn) {

  /**
   * A version of a row.
   *
   * @param from the as-of day of the delivery that brought it; null = counts since always
   */
  public record Version(LocalDate from, Row row) {}

  /** A row that never changed. */
  public static StoredRow of(Row row, int delivery) {
    return new StoredRow(row, delivery, List.of(new Version(null, row)), null);
  }

  /** The value in force, or null. */
  public String value(String column) {
    return row.value(column);
  }

  public Source source() {
    return new Source(row.table().name(), delivery, row.line());
  }

  /**
   * An undated column over time: each value counts from the as-of day of its delivery to the day
   * before the next.
   */
  public <T> Timeline<T> undated(Function<Row, T> value) {
    List<Timeline.Segment<T>> segments = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      LocalDate from = history.get(i).from();
      LocalDate next = i + 1 < history.size() ? history.get(i + 1).from() : null;
      segments.add(
          new Timeline.Segment<>(
              from == null ? DaySet.EARLIEST : DaySet.day(from),
              next == null ? lastDay() : DaySet.day(next) - 1,
              value.apply(history.get(i).row())));
    }
    return Timeline.of(segments);
  }

  /** The last day about which the row speaks, epoch day: the day before it was ended. */
  private int lastDay() {
    return endedOn == null ? DaySet.LATEST : DaySet.day(endedOn) - 1;
  }
}
