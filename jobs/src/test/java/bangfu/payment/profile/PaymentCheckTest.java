package bangfu.payment.profile;

import static bangfu.payment.profile.PaymentField.ACCOUNT;
import static bangfu.payment.profile.PaymentField.ACCOUNT_NAME;
import static bangfu.payment.profile.PaymentField.AMOUNT;
import static bangfu.payment.profile.PaymentField.BANK_NAME;
import static bangfu.payment.profile.Unwritable.Reason.ENCODING;
import static bangfu.payment.profile.Unwritable.Reason.SEPARATOR;
import static bangfu.payment.profile.Unwritable.Reason.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentCheckTest {
  private static PaymentCheck check(String profile) {
    return BankProfile.named(profile).payment().check();
  }

  private static Unwritable.Reason why(String profile, PaymentField field, String value) {
    return check(profile).whyUnwritable(field, value).map(Unwritable::reason).orElse(null);
  }

  /** Java's GBK also writes the euro sign and private characters, which a bank cannot read. */
  @ParameterizedTest
  @CsvSource({"default", "pipe-gbk", "fixed-width"})
  void plainGbkOnly(String profile) {
    assertThat(why(profile, ACCOUNT_NAME, "镕喆")).isNull();
    assertThat(why(profile, ACCOUNT_NAME, "𠮷")).isEqualTo(ENCODING);
    assertThat(why(profile, ACCOUNT_NAME, "€")).isEqualTo(ENCODING);
    assertThat(why(profile, ACCOUNT_NAME, "\ue000")).isEqualTo(ENCODING);
    assertThat(why(profile, ACCOUNT_NAME, "\ud842")).isEqualTo(ENCODING);
    assertThat(why(profile, ACCOUNT_NAME, "ü\u0308")).isEqualTo(ENCODING);
  }

  @ParameterizedTest
  @CsvSource({
    "GBK, 镕, true",
    "GB2312, 镕, false",
    "GB2312, 张, true",
    "GB18030, 𠮷, true",
    "GB18030, €, true",
    "GB18030, \ue000, false",
    "UTF-8, 𠮷, true",
    "UTF-8, \ue000, false"
  })
  void eachEncodingCarriesItsOwn(String encoding, String text, boolean carried) {
    BankProfile profile = Edited.of("default").with("  encoding: GBK", "  encoding: " + encoding);

    assertThat(profile.payment().check().whyUnwritable(ACCOUNT_NAME, text).isEmpty())
        .isEqualTo(carried);
  }

  @Test
  void aSeparatorNeedsQuotes() {
    assertThat(why("default", ACCOUNT_NAME, "张,\"三\"")).isNull();
    assertThat(why("pipe-gbk", ACCOUNT_NAME, "张,\"三\"")).isNull();
    assertThat(why("pipe-gbk", ACCOUNT_NAME, "张|三")).isEqualTo(SEPARATOR);
    assertThat(why("fixed-width", ACCOUNT_NAME, "张|三")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"default", "pipe-gbk", "fixed-width"})
  void aLineEndIsNoPartOfAName(String profile) {
    for (String control : new String[] {"\n", "\r", "\0", "\t", "\u001a", "\u0085"}) {
      assertThat(why(profile, ACCOUNT_NAME, "张" + control)).isEqualTo(SEPARATOR);
    }
  }

  @Test
  void lengthIsCountedInBytes() {
    assertThat(why("fixed-width", ACCOUNT_NAME, "张".repeat(30))).isNull();
    assertThat(why("fixed-width", ACCOUNT_NAME, "张".repeat(30) + "a")).isEqualTo(TOO_LONG);
    assertThat(why("pipe-gbk", ACCOUNT, "6".repeat(32))).isNull();
    assertThat(why("pipe-gbk", ACCOUNT, "6".repeat(33))).isEqualTo(TOO_LONG);
    assertThat(why("default", ACCOUNT_NAME, "张".repeat(500))).isNull();
  }

  @Test
  void aColumnThatTheBankDoesNotWantHoldsNothing() {
    assertThat(why("fixed-width", BANK_NAME, "𠮷")).isNull();
    assertThat(why("default", BANK_NAME, "𠮷")).isEqualTo(ENCODING);
  }

  @Test
  void aRowSaysItsFirstColumnThatDoesNotFit() {
    PaymentRow row = Payments.row(1, "6", "𠮷", Long.MAX_VALUE, "𠮷", "", "2017030000001");

    assertThat(check("default").whyUnwritable(row)).contains(new Unwritable("收款户名", ENCODING));
    assertThat(check("fixed-width").whyUnwritable(row))
        .contains(new Unwritable(ACCOUNT_NAME.word(), ENCODING));
    assertThat(why("fixed-width", AMOUNT, "" + Long.MAX_VALUE)).isEqualTo(TOO_LONG);
    assertThat(check("default").whyUnwritable(Payments.TWO.get(1))).isEmpty();
  }
}
