package bangfu.payment.profile;

import java.util.OptionalInt;

/**
 * How the bank wants its payments.
 *
 * @param extension of the file's name
 * @param mostRows payments that one file may hold; empty when any number
 */
public record PaymentLayout(
    String extension, OptionalInt mostRows, LineEnd lineEnd, Layout<PaymentField> layout) {

  /** What ends a line. */
  enum LineEnd {
    CRLF("\r\n"),
    LF("\n");

    private final String text;

    LineEnd(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** Tells which rows can be written; one for each thread. */
  public PaymentCheck check() {
    return new PaymentCheck(layout);
  }
}
