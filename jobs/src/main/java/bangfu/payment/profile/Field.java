package bangfu.payment.profile;

import java.util.Locale;

/** What can stand at a place of a line. */
interface Field {
  /** The constant's name. */
  String name();

  /** True when it is a number, which alone may be filled up with zeros. */
  boolean isNumber();

  /** As a profile writes it: {@code detail-no}. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
