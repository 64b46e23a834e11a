package bangfu.payment.profile;

import java.time.YearMonth;

/**
 * One payment to one account.
 *
 * @param rowNo from 1 in its file
 * @param account digits only
 * @param amountFen above 0
 * @param bankCode empty when unknown
 * @param detailNo 1 to 20 of A-Z and 0-9
 */
public record PaymentRow(
    int rowNo,
    String account,
    String accountName,
    long amountFen,
    String bankName,
    String bankCode,
    String purpose,
    String detailNo) {

  private static final String PURPOSE = "帮扶资金";

  /** What the payments of a month are for. */
  public static String purpose(YearMonth month) {
    return "%s%04d%02d".formatted(PURPOSE, month.getYear(), month.getMonthValue());
  }

  String text(PaymentField field, AmountUnit unit) {
    return switch (field) {
      case ROW_NO -> Integer.toString(rowNo);
      case ACCOUNT -> account;
      case ACCOUNT_NAME -> accountName;
      case AMOUNT -> unit.format(amountFen);
      case BANK_NAME -> bankName;
      case BANK_CODE -> bankCode;
      case PURPOSE -> purpose;
      case DETAIL_NO -> detailNo;
    };
  }
}
