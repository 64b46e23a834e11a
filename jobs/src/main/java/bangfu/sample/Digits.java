package bangfu.sample;

/** Numbers inside codes, the same under every locale. */
final class Digits {
  private Digits() {}

  /** The number, zeros in front up to {@code width} digits. */
  static String padded(long number, int width) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
