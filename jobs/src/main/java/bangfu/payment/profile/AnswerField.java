package bangfu.payment.profile;

/** What the bank says of one payment. */
enum AnswerField implements Field {
  /** The field of the payment that the bank gives back, so that its answer finds the payment. */
  REFERENCE,
  ACCOUNT,
  AMOUNT,
  /** One of the texts that the profile lists. */
  STATUS,
  /** The bank's own code of a failure. */
  CODE,
  DATE,
  MESSAGE,
  /** Read and not looked at. */
  IGNORED;

  @Override
  public boolean isNumber() {
    return this == AMOUNT;
  }
}
