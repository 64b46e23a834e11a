package bangfu.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A case that a template makes.
 *
 * @param template its name
 * @param title what the household is, as the template says
 * @param values the parameters at which it stands with their values of that day, such as {@code
 *     income-threshold 11000.00}; empty for a day of the year
 * @param day the day at which it stands
 * @param edge which day of the value that is; null for a day of the year
 * @param step how far below and above are
 */
public record BoundaryCase(
    PolicyCase policyCase,
    String template,
    String title,
    String values,
    LocalDate day,
    Edge edge,
    Side side,
    Step step) {

  /** A day of a value, or beside it. */
  public enum Edge {
    DAY_BEFORE,
    FIRST_DAY,
    SECOND_DAY,
    LAST_DAY_BUT_ONE,
    LAST_DAY,
    DAY_AFTER;

    String word() {
      return words(this);
    }
  }

  /** Where a case stands, which says what is right. */
  public enum Side {
    BELOW(-1),
    AT(0),
    ABOVE(1),
    /** A value is in force, and the template has no fact on either side. */
    IN_FORCE(0),
    /** Outside the days of the plan, or of another flag. */
    OUTSIDE(0),
    /** No value is in force. */
    WITHOUT(0);

    /** Those of a threshold or cap. */
    static final List<Side> OF_LIMIT = List.of(BELOW, AT, ABOVE);

    private final int steps;

    Side(int steps) {
      this.steps = steps;
    }

    int steps() {
      return steps;
    }

    /** The field of a template that says what is right. */
    String field() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The smallest step of what is compared. */
  public enum Step {
    FEN("0.01"),
    DAY("1"),
    MONTH("1"),
    YEAR("1"),
    GRADE("1"),
    PER_MILLE("1"),
    PERSON("1");

    private final BigDecimal size;

    Step(String size) {
      this.size = new BigDecimal(size);
    }

    BigDecimal times(int steps) {
      return size.multiply(BigDecimal.valueOf(steps));
    }

    String word() {
      return words(this);
    }
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
