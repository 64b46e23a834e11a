package bangfu.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * A case that a template makes.
 *
 * @param template its name
 * @param title what the household is, as the template says
 * @param values the parameters at which it stands, with their values of that day; empty = no value
 * @param day the day at which it stands
 * @param edge which day of the value that is; null for a day of the year
 * @param side null for a template without a fact on either side
 * @param step how far below and above are
 */
public record BoundaryCase(
    PolicyCase policyCase,
    String template,
    String title,
    Map<String, String> values,
    LocalDate day,
    Edge edge,
    Place place,
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

  /** What holds on the day. */
  public enum Place {
    /** A value is in force. */
    IN_FORCE,
    /** The plan, or another flag, is not in force. */
    OUTSIDE,
    /** No value is in force. */
    WITHOUT;

    /** The field of a template that says what is right. */
    String field() {
      return BoundaryCase.field(this);
    }
  }

  /** Where the fact is that is compared with a limit. */
  public enum Side {
    BELOW(-1),
    AT(0),
    ABOVE(1);

    private final int steps;

    Side(int steps) {
      this.steps = steps;
    }

    int steps() {
      return steps;
    }

    /** The field of a template that says what is right. */
    String field() {
      return BoundaryCase.field(this);
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

  private static String field(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String words(Enum<?> constant) {
    return field(constant).replace('_', ' ');
  }
}
