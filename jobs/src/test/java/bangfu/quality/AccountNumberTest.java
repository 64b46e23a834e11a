package bangfu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountNumberTest {

  @Test
  void digitsAreWhatIsLeftOfBlanksAndHyphens() {
    assertThat(AccountNumber.digits("6214 9900-0000")).isEqualTo("621499000000");
    assertThat(AccountNumber.digits("６２１４")).isEqualTo("6214");
  }

  @Test
  void anAccountThatExcelChangedHasNone() {
    assertThat(AccountNumber.digits("6.21499E+18")).isEmpty();
    assertThat(AccountNumber.digits("=6214")).isEmpty();
  }

  @Test
  void theLastDigitChecksTheOthers() {
    assertThat(AccountNumber.passesLuhn("6214990000000000011")).isTrue();
    assertThat(AccountNumber.passesLuhn("6214990000000000012")).isFalse();
    assertThat(AccountNumber.passesLuhn("")).isFalse();
  }
}
