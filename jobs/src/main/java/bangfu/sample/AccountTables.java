package bangfu.sample;

/** 财政: cz_account. The head holds the card of every household but the one planted without. */
final class AccountTables implements HouseholdTables {
  private static final String CARD_PREFIX = "6214990";

  private final Plants plants;

  AccountTables(Plants plants) {
    this.plants = plants;
  }

  @Override
  public void write(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    if (household.number().equals(plants.withoutAccount())) {
      return;
    }
    delivery
        .row("cz_account")
        .set("户编号", household.number())
        .set("持卡人身份证号", household.head().id())
        .set("户名", household.head().name())
        .set("账号", account(household.ordinal()))
        .set("开户行", "样例农村商业银行" + household.town().stem() + "支行")
        .set("联行号", "31458500000" + household.town().number())
        .end();
  }

  /** 19 digits, the last one by Luhn. */
  private static String account(int ordinal) {
    String digits = CARD_PREFIX + Digits.padded(ordinal + 1L, 11);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? 2 * digit : digit;
      sum += weighted / 10 + weighted % 10;
    }
    return digits + (10 - sum % 10) % 10;
  }
}
