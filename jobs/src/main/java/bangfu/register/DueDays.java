package bangfu.register;

import bangfu.intake.Column;
import java.time.LocalDate;
import java.util.List;

/**
 * Which days in rows make somebody look again at what the rows are about, although they are as they
 * were: a certificate that has expired since, a child that is of age now.
 */
@FunctionalInterface
public interface DueDays {
  /** Nothing but other rows makes somebody look again. */
  DueDays NONE = column -> List.of();

  /** The days of a column of type {@link bangfu.intake.ColumnType#DATE}. */
  List<Days> of(Column column);

  /** Some days in a row, both included. */
  record Days(LocalDate from, LocalDate to) {}
}
