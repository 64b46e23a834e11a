package bangfu.payment.profile;

import java.nio.charset.Charset;

/** The encodings that banks read and write. Every one is used strictly: nothing is replaced. */
enum BankEncoding {
  GBK("GBK"),
  GB18030("GB18030"),
  GB2312("GB2312"),
  UTF_8("UTF-8");

  private static final char EURO = '\u20ac';

  private final String label;

  BankEncoding(String label) {
    this.label = label;
  }

  /** As profiles and reports name it. */
  String label() {
    return label;
  }

  Charset charset() {
    return Charset.forName(label);
  }

  /**
   * True for a character that Java would write and a bank cannot read: what later standards added
   * to GBK, the euro sign and the areas for characters of one's own; the latter mean something
   * else, or nothing, at the bank in any encoding.
   */
  boolean isForeign(int codePoint) {
    return Character.getType(codePoint) == Character.PRIVATE_USE
        || (this == GBK && codePoint == EURO);
  }
}
