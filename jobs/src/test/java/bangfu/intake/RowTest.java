package bangfu.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
  private static final Table DIBAO = Tables.standard().table("mz_dibao");
  private static final String ID = "440499195001010011";

  private final Row row = new Row(DIBAO, 7, ID, null, "2017-03-01", null, "80000");

  @Test
  void aRowIsReadBackFromItsContent() {
    Row again = Row.parse(DIBAO, 7, row.content());

    assertThat(again.content()).isEqualTo(row.content());
    assertThat(again.value("身份证号")).isEqualTo(ID);
    assertThat(again.value("低保证号")).isNull();
    assertThat(again.value("终止日期")).isNull();
    assertThat(again.value(4)).isEqualTo("80000");
  }

  @Test
  void emptyValuesAtBothEndsAreReadBack() {
    Table budget = Tables.standard().table("cz_account");
    Row account = new Row(budget, 2, "H1", ID, "张一", "6228", "农信", null);

    assertThat(Row.parse(budget, 2, account.content()).value("联行号")).isNull();
    assertThat(Row.parse(budget, 2, account.content()).value("开户行")).isEqualTo("农信");
  }

  @Test
  void standsInALargerText() {
    String content = row.content();
    byte[] text = ("前" + content + "后").getBytes(UTF_8);
    int from = "前".getBytes(UTF_8).length;
    Row read = Row.parse(DIBAO, 7, text, from, text.length - "后".getBytes(UTF_8).length);

    assertThat(read.alone().content()).isEqualTo(content).isEqualTo(read.content());
    assertThat(read.contentBytes()).isEqualTo(row.contentBytes());
    for (int column = 0; column < DIBAO.columns().size(); column++) {
      assertThat(read.value(column)).isEqualTo(row.value(column));
      assertThat(read.alone().value(column)).isEqualTo(row.value(column));
    }
  }

  @Test
  void aContentWithOtherColumnsIsNoRow() {
    for (String other : List.of("", ID, row.content() + Row.SEPARATOR)) {
      assertThatThrownBy(() -> Row.parse(DIBAO, 7, other))
          .hasMessageContaining("expected 5 values");
    }
  }

  @Test
  void theKeyJoinsTheKeyColumnsAndTheSubjectSaysWhom() {
    assertThat(row.key()).isEqualTo(ID + Row.SEPARATOR + "2017-03-01");
    assertThat(row.subject()).isEqualTo(ID);
    assertThat(
            new Row(Tables.standard().table("mz_standard"), 2, "2017-01", null, "1", "x").subject())
        .isNull();
  }

  @Test
  void anEmptyKeyValueIsAValue() {
    Table member = Tables.standard().table("nb_member");
    Row since =
        new Row(member, 2, "H1", ID, "张一", "男", "1950-01-01", "户主", "本区", null, null, null, null);

    assertThat(since.key()).isEqualTo("H1" + Row.SEPARATOR + ID + Row.SEPARATOR);
  }

  @Test
  void noTextForLogsHoldsAnIdentityNumber() {
    Fault fault = new Fault(7, "身份证号", ID, ReasonCode.ID, "应为 18 位身份证号");

    assertThat(row.toString()).isEqualTo("mz_dibao:7");
    assertThat(fault.toString()).isEqualTo("7: 身份证号: 应为 18 位身份证号 [ID]");
  }

  @Test
  void aRowHasOneValueForEachColumn() {
    assertThatThrownBy(() -> new Row(DIBAO, 7, ID)).hasMessageContaining("expected 5 values");
  }

  @Test
  void aVeryLongValueIsShortenedBetweenCharacters() {
    Fault fault = new Fault(1, "", "x" + "\uD842\uDFB7".repeat(400), ReasonCode.CSV, "");

    assertThat(fault.value()).hasSizeLessThanOrEqualTo(500).endsWith("\uD842\uDFB7…");
  }
}
