package bangfu.cases;

import java.math.BigDecimal;

/** Yuan as written in cases, and fen. */
final class Money {
  private Money() {}

  static long fen(String yuan) {
    try {
      return new BigDecimal(yuan).movePointRight(2).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new CaseSyntaxException(
          "expected yuan with at most two decimals, but was '" + yuan + "'", e);
    }
  }

  static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
