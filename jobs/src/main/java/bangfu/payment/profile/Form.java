package bangfu.payment.profile;

import java.util.List;

/** How the values of a row stand in its line. */
interface Form {
  /** True when every cell needs a number of bytes. */
  boolean isFixed();

  /**
   * Whether a text that the encoding carries would be read as something else than one value.
   *
   * @param value without control characters
   */
  boolean isAmbiguous(String value);

  /** The line without its end; every value fits its cell. */
  String join(List<? extends Cell<?>> cells, List<String> values, Coding coding);

  /** The values of a line, padding and quotes taken off. */
  Split split(byte[] line, List<? extends Cell<?>> cells, Coding coding);
}
