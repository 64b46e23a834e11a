package bangfu.intake;

/**
 * One reason why a line was rejected.
 *
 * @param line the physical line or sheet row, from 1
 * @param column the header text of the column; several joined by 、 for a key; empty when the whole
 *     line is at fault
 * @param value what was delivered, unmasked, so that the clerk finds it; shortened when very long,
 *     and with {@code ␀} for a NUL, which no table of a database and no editor keeps
 * @param message what was expected and what was done, in Chinese, without the value
 */
public record Fault(int line, String column, String value, ReasonCode code, String message) {
  private static final int MAX_VALUE_CHARS = 500;
  private static final char SYMBOL_FOR_NUL = '\u2400';

  public Fault {
    value = shortened(value).replace('\u0000', SYMBOL_FOR_NUL);
  }

  private static String shortened(String value) {
    if (value.length() <= MAX_VALUE_CHARS) {
      return value;
    }
    int end = MAX_VALUE_CHARS - 1;
    return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  /** Without the value: it may name a person, and this text may reach a log. */
  @Override
  public String toString() {
    return line + ": " + column + ": " + message + " [" + code + "]";
  }
}
