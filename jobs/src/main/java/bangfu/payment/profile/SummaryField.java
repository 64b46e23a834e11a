package bangfu.payment.profile;

/** What a row before or behind the payments says of them all. */
enum SummaryField implements Field {
  /** The name of the payment file without its extension. */
  BATCH,
  COUNT,
  /** In the unit of the amounts. */
  SUM,
  /** The posting month, six digits. */
  MONTH;

  @Override
  public boolean isNumber() {
    return this == COUNT || this == SUM;
  }
}
