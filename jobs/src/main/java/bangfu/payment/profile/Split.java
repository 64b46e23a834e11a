package bangfu.payment.profile;

import bangfu.intake.ReasonCode;
import java.util.List;

/**
 * A line taken apart.
 *
 * @param values one for each cell; null when the line cannot be taken apart
 * @param code why it cannot
 * @param column where it cannot; empty when the line as a whole is at fault
 * @param message what was expected, in Chinese
 */
record Split(List<String> values, ReasonCode code, String column, String message) {
  static Split of(List<String> values) {
    return new Split(values, null, "", "");
  }

  static Split failed(ReasonCode code, String column, String message) {
    return new Split(null, code, column, message);
  }

  static Split undecodable(BankEncoding encoding) {
    return failed(ReasonCode.ENCODING, "", "应为 " + encoding.label() + " 编码，本行有无法识别的字节；整行退回");
  }

  boolean failed() {
    return values == null;
  }
}
