package bangfu.payment;

import bangfu.ledger.Months;
import bangfu.ledger.Payer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** How a bank file is called. */
final class BankFileName {
  private static final Pattern PLAIN_FUND = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final int MOST_FUND_CHARS = 100;

  private BankFileName() {}

  /**
   * {@code <fund>_<CITY|DISTRICT|TOWN>[_<town>]_<YYYYMM>_<nnn>}, without extension.
   *
   * @param batch from 1
   */
  static String of(YearMonth month, Payer payer, int batch) {
    String town = payer.town().isEmpty() ? "" : "_" + payer.town();
    return "%s_%s%s_%d_%03d"
        .formatted(fund(payer.fund()), payer.level().name(), town, Months.number(month), batch);
  }

  /**
   * A fund code that could not be part of a file name everywhere is written as hex of its UTF-8.
   */
  private static String fund(String code) {
    if (PLAIN_FUND.matcher(code).matches()) {
      return code;
    }
    byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(bytes);
    return hex.length() <= MOST_FUND_CHARS ? hex : HexFormat.of().formatHex(sha256(bytes));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
