package bangfu.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumberTest {
  @ParameterizedTest
  @ValueSource(strings = {"44049919720405001X", "440499197204050016", "000000000000000000"})
  void seventeenDigitsAndADigitOrX(String id) {
    assertThat(IdentityNumber.hasShape(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "440499720405001",
        "4404991972040500161",
        "44049919720405001x",
        "4404991972O4050016",
        "X40499197204050016",
        "44049919720405００16"
      })
  void anythingElseIsNoIdentityNumber(String id) {
    assertThat(IdentityNumber.hasShape(id)).isFalse();
  }

  @Test
  void theCheckCharacterIsTheOnlyOneThatFits() {
    String digits = "44049919720405001";

    long fitting =
        "0123456789X"
            .chars()
            .filter(c -> IdentityNumber.hasValidCheckCharacter(digits + (char) c))
            .count();

    assertThat(fitting).isEqualTo(1);
    assertThat(IdentityNumber.checkCharacter(digits)).isEqualTo('6');
  }

  @Test
  void everyWrongDigitAndEverySwapOfNeighboursShows() {
    String id = "440499197204050016";
    for (int i = 0; i < 17; i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String changed = id.substring(0, i) + digit + id.substring(i + 1);
        assertThat(IdentityNumber.hasValidCheckCharacter(changed)).isEqualTo(changed.equals(id));
      }
      String swapped = id.substring(0, i) + id.charAt(i + 1) + id.charAt(i) + id.substring(i + 2);
      boolean stays = swapped.equals(id);
      assertThat(IdentityNumber.hasValidCheckCharacter(swapped)).as(swapped).isEqualTo(stays);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "440499197204050016, 1972-04-05",
    "440499200002290000, 2000-02-29",
    "440499190002290000, ",
    "440499197213010000, ",
    "440499197200000000, "
  })
  void birth(String id, String expected) {
    assertThat(String.valueOf(IdentityNumber.birth(id))).isEqualTo(String.valueOf(expected));
  }

  @Test
  void sexIsInTheSeventeenthDigit() {
    assertThat(IdentityNumber.sex("440499197204050016")).isEqualTo(Sex.MALE);
    assertThat(IdentityNumber.sex("440499197204050024")).isEqualTo(Sex.FEMALE);
  }

  @Test
  void masksTheBirthday() {
    assertThat(IdentityNumber.masked("44049919720405001X")).isEqualTo("440499********001X");
    assertThat(IdentityNumber.masked("12345")).isEqualTo("*****");
  }
}
