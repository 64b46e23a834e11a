package bangfu.payment.profile;

/** What a payment file says of one payment. */
public enum PaymentField implements Field {
  /** From 1 in each file. */
  ROW_NO,
  /** Digits only. */
  ACCOUNT,
  ACCOUNT_NAME,
  /** Above 0; in yuan with two decimals or in fen, as the profile says. */
  AMOUNT,
  BANK_NAME,
  /** The interbank number of the bank; may be empty. */
  BANK_CODE,
  PURPOSE,
  /** Unique for ever. */
  DETAIL_NO;

  @Override
  public boolean isNumber() {
    return this == ROW_NO || this == AMOUNT;
  }
}
