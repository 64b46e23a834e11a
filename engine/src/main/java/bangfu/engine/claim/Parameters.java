package bangfu.engine.claim;

import bangfu.engine.time.DaySet;
import bangfu.engine.time.Timeline;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * The dated parameters of the policy by name; money in fen. A day that no value covers is unknown.
 */
public final class Parameters {
  private final Map<String, Timeline<Long>> values;
  private final Consumer<String> asked;

  public Parameters(Map<String, Timeline<Long>> values) {
    this(Map.copyOf(values), name -> {});
  }

  private Parameters(Map<String, Timeline<Long>> values, Consumer<String> asked) {
    this.values = values;
    this.asked = asked;
  }

  /** The same, telling each name that is asked for. */
  Parameters watched(Consumer<String> listener) {
    return new Parameters(values, listener);
  }

  /**
   * The values of a parameter over time.
   *
   * @throws IllegalArgumentException when no parameter has that name
   */
  public Timeline<Long> of(String name) {
    Timeline<Long> timeline = values.get(name);
    asked.accept(name);
    if (timeline == null) {
      throw new IllegalArgumentException(
          "expected the name of a parameter, one of "
              + values.keySet()
              + ", but was '"
              + name
              + "'");
    }
    return timeline;
  }

  /** Joins what each value of a parameter says about the days on which it is in force. */
  public DaySet days(String name, LongFunction<DaySet> daysOfValue) {
    return of(name).days(value -> daysOfValue.apply(value));
  }
}
