package bangfu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One converter for each type: what it takes, what it makes of it, and where it stops. */
class ConvertersTest {

  @ParameterizedTest
  @CsvSource({
    "440499195001010011, 440499195001010011",
    "44049919500101001x, 44049919500101001X",
    "４４０４９９１９５００１０１００１Ｘ, 44049919500101001X",
    "'　440499195001010011 ', 440499195001010011",
    "440499199902300019, 440499199902300019",
  })
  void identityNumbersOfTheRightShape(String cell, String id) {
    assertThat(ColumnType.ID.convert(cell)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "440499500101001",
        "44049919500101001",
        "4404991950010100110",
        "44049919500101001Y",
        "44049X195001010011",
        "440499 195001010011",
        "4.40499195001E+17",
        "440499195001010011\u0000"
      })
  void identityNumbersOfAnotherShape(String cell) {
    assertThat(ColumnType.ID.convert(cell)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "H, H",
    "H-0001, H-0001",
    "ＨＨ０１, HH01",
    "ABCDEFGHIJ012345, ABCDEFGHIJ012345",
  })
  void householdNumbers(String cell, String number) {
    assertThat(ColumnType.HH.convert(cell)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABCDEFGHIJ0123456", "h1", "H_1", "H 1", "户1"})
  void noHouseholdNumbers(String cell) {
    assertThat(ColumnType.HH.convert(cell)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-03-01",
        "2017-3-1",
        "2017/3/1",
        "2017/03/01",
        "2017年3月1日",
        "2017年03月01日",
        "20170301",
        " ２０１７－３－１　",
        "2017-3-01"
      })
  void days(String cell) {
    assertThat(ColumnType.DATE.convert(cell)).isEqualTo("2017-03-01");
  }

  @Test
  void theLastDayOfFebruaryInALeapYearIsADay() {
    assertThat(ColumnType.DATE.convert("2016-02-29")).isEqualTo("2016-02-29");
    assertThat(ColumnType.DATE.convert("9999-12-31")).isEqualTo("9999-12-31");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-02-29",
        "20170229",
        "2017-13-01",
        "2017-00-10",
        "2017-3",
        "2017-3-",
        "2017--1",
        "2017-3-001",
        "2017-3/1",
        "2017.3.1",
        "2017年3月1",
        "2017年3-1日",
        "17-3-1",
        "2017-03-01 00:00",
        "2017-03-01T00:00:00",
        "42795",
        "2017031",
        "0000-01-01",
        "2017年月日",
        "二〇一七年三月一日"
      })
  void noDays(String cell) {
    assertThat(ColumnType.DATE.convert(cell)).isNull();
  }

  @Test
  void months() {
    assertThat(ColumnType.MONTH.convert(" 2017-03")).isEqualTo("2017-03");
    assertThat(ColumnType.MONTH.convert("2017-12")).isEqualTo("2017-12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2017-3", "2017-00", "2017-13", "201703", "2017/03", "2017-03-01", "0000-01"})
  void noMonths(String cell) {
    assertThat(ColumnType.MONTH.convert(cell)).isNull();
  }

  @Test
  void years() {
    assertThat(ColumnType.YEAR.convert("２０１７")).isEqualTo("2017");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "20170", "0000", "2017年", "２０１Ａ"})
  void noYears(String cell) {
    assertThat(ColumnType.YEAR.convert(cell)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.00, 0",
    "0.05, 5",
    "1, 100",
    "1234.5, 123450",
    "1234.56, 123456",
    "'1,234.56', 123456",
    "'１，２３４．５６', 123456",
    "'12,345', 1234500",
    "'1,234,567', 123456700",
    "007, 700",
    "999999999999.99, 99999999999999",
    "'999,999,999,999.99', 99999999999999",
  })
  void amountsInFen(String cell, String fen) {
    assertThat(ColumnType.MONEY.convert(cell)).isEqualTo(fen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "-0",
        "+1",
        "1.234",
        "1.000",
        "1.",
        ".5",
        "1,23.00",
        "1,2345",
        "12,34",
        ",123",
        "1,,234",
        "1234,567",
        "1,234,",
        "1,234,56",
        "1.2.3",
        "1.2,3",
        "1e3",
        "¥1",
        "1元",
        "1 234",
        "1000000000000",
        ".",
        ","
      })
  void noAmounts(String cell) {
    assertThat(ColumnType.MONEY.convert(cell)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "12, 12", "0012, 12", "000, 0", "９, 9", "999999999, 999999999"})
  void wholeNumbers(String cell, String number) {
    assertThat(ColumnType.INT.convert(cell)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.0", "1,000", "1000000000", "三", "1人"})
  void noWholeNumbers(String cell) {
    assertThat(ColumnType.INT.convert(cell)).isNull();
  }

  @Test
  void yesAndNo() {
    assertThat(ColumnType.BOOL.convert(" 是　")).isEqualTo("是");
    assertThat(ColumnType.BOOL.convert("否")).isEqualTo("否");
    assertThat(ColumnType.BOOL.convert("TRUE")).isNull();
    assertThat(ColumnType.BOOL.convert("1")).isNull();
    assertThat(ColumnType.BOOL.convert("是否")).isNull();
  }

  @Test
  void textIsKeptAsDelivered() {
    assertThat(ColumnType.TEXT.convert(" Ａ区　")).isEqualTo(" Ａ区　");
  }

  @Test
  void textHasAtMost200CharactersAndNoControlCharacter() {
    String rare = "\uD842\uDFB7";

    assertThat(ColumnType.TEXT.convert(rare.repeat(200))).isEqualTo(rare.repeat(200));
    assertThat(ColumnType.TEXT.convert(rare.repeat(201))).isNull();
    assertThat(ColumnType.TEXT.convert("a\tb")).isNull();
    assertThat(ColumnType.TEXT.convert("a\u0000b")).isNull();
    assertThat(ColumnType.TEXT.convert("a\u007Fb")).isNull();
    assertThat(ColumnType.TEXT.convert("a\u0085b")).isNull();
  }

  @Test
  void theApostropheOfAGuardedCellIsNotPartOfTheText() {
    assertThat(ColumnType.TEXT.convert("'=1+1")).isEqualTo("=1+1");
    assertThat(ColumnType.TEXT.convert("=1+1")).isEqualTo("=1+1");
    assertThat(ColumnType.TEXT.convert("'张三")).isEqualTo("'张三");
    assertThat(ColumnType.TEXT.convert("'@" + "x".repeat(199))).hasSize(200);
    assertThat(ColumnType.MONEY.convert("'-5")).isNull();
    assertThat(ColumnType.INT.convert("'\t")).isNull();
    assertThat(new Column("类别", ColumnType.CODE, false, List.of("大病"), false).convert("'\t"))
        .isNull();
    assertThat(ColumnType.ID.convert("'\t440499195001010011")).isEqualTo("440499195001010011");
  }

  @Test
  void aCodeIsOneOfTheWordsOfItsColumn() {
    Table household = Tables.standard().table("nb_household");
    Column group = household.columns().get(household.index("帮扶类别"));

    assertThat(group.convert(" １")).isEqualTo("1");
    assertThat(group.convert("4")).isNull();
    assertThat(group.convert("1.0")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "\u3000", "\u00A0 \u3000", "\uFEFF", "\r"})
  void blankIsEmptyAfterTrimming(String cell) {
    assertThat(CellText.isBlank(cell)).isTrue();
  }

  @Test
  void aZeroByteIsNoSpace() {
    assertThat(CellText.isBlank("\u0000")).isFalse();
  }
}
