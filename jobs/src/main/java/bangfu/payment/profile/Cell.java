package bangfu.payment.profile;

import java.util.function.Function;

/**
 * A place in a line: a field, or the same text in every line.
 *
 * @param name the column's heading; empty when it has none
 * @param field null for a constant text
 * @param text the constant; empty for a field
 * @param bytes in the encoding of the file: of a fixed width all it takes, padding included; else
 *     the most a value may take, 0 for no bound
 * @param right true when padding goes before the value
 * @param pad fills a fixed width up
 */
record Cell<F extends Field>(
    String name, F field, String text, int bytes, boolean right, char pad) {

  /** How reports call the column. */
  String label() {
    if (!name.isEmpty()) {
      return name;
    }
    return field == null ? text : field.word();
  }

  /** What stands here when the fields have these values. */
  String value(Function<F, String> values) {
    return field == null ? text : values.apply(field);
  }

  /** The same place with its heading in it. */
  Cell<F> heading() {
    return new Cell<>(name, null, name, bytes, false, ' ');
  }
}
