package bangfu.payment.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import bangfu.payment.profile.ProfileException.Expected;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A profile that says something wrong is refused with the key, what was expected and what came. */
class ProfileErrorsTest {
  @TempDir Path folder;

  private static ProfileException refusal(Edited edited) {
    ProfileException refusal = catchThrowableOfType(ProfileException.class, edited::profile);
    assertThat(refusal).as(edited.document()).isNotNull();
    return refusal;
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("default", "title:", "titel:", "", Expected.ONE_OF, "titel"),
        arguments("default", "title: 标准", "#", "title", Expected.VALUE, ""),
        arguments(
            "default",
            "reference: detail-no",
            "reference: 流水号",
            "reference",
            Expected.ONE_OF,
            "流水号"),
        arguments("default", "payment:", "payments:", "", Expected.ONE_OF, "payments"),
        arguments(
            "default",
            "encoding: GBK",
            "encoding: gbk",
            "payment.encoding",
            Expected.ONE_OF,
            "gbk"),
        arguments("default", "encoding: GBK", "encode: GBK", "payment", Expected.ONE_OF, "encode"),
        arguments(
            "default",
            "    - {name: 序号, field: row-no}",
            "    - row-no",
            "payment.columns[1]",
            Expected.MAP,
            "row-no"),
        arguments(
            "default",
            "line-end: CRLF",
            "line-end: [CRLF]",
            "payment.line-end",
            Expected.TEXT,
            "[CRLF]"),
        arguments(
            "default", "line-end: CRLF", "line-end: CR", "payment.line-end", Expected.ONE_OF, "CR"),
        arguments(
            "default",
            "separator: \",\"",
            "separator: \"||\"",
            "payment.separator",
            Expected.CHARACTER,
            "||"),
        arguments(
            "default",
            "separator: \",\"",
            "separator: 0",
            "payment.separator",
            Expected.CHARACTER,
            "0"),
        arguments(
            "default",
            "separator: \",\"",
            "separator: '\"'",
            "payment.separator",
            Expected.CHARACTER,
            "\""),
        arguments(
            "default",
            "separator: \",\"",
            "separator: ，",
            "payment.separator",
            Expected.CHARACTER,
            "，"),
        arguments(
            "default", "amount: yuan", "amount: jiao", "payment.amount", Expected.ONE_OF, "jiao"),
        arguments("default", "amount: yuan\n", "\n", "payment.amount", Expected.VALUE, ""),
        arguments("default", "names: true", "names: yes", "payment.names", Expected.ONE_OF, "yes"),
        arguments(
            "default",
            "{name: 序号, field: row-no}",
            "{field: row-no}",
            "payment.columns[1].name",
            Expected.VALUE,
            ""),
        arguments(
            "default",
            "field: row-no",
            "field: number",
            "payment.columns[1].field",
            Expected.ONE_OF,
            "number"),
        arguments(
            "default",
            "{name: 序号, field: row-no}",
            "{name: 序号}",
            "payment.columns[1]",
            Expected.FIELD_OR_TEXT,
            "{name=序号}"),
        arguments(
            "default",
            "field: row-no",
            "field: row-no, width: 8",
            "payment.columns[1]",
            Expected.ONE_OF,
            "width"),
        arguments(
            "default",
            "field: row-no",
            "field: row-no, length: 7x",
            "payment.columns[1].length",
            Expected.NUMBER,
            "7x"),
        arguments(
            "default",
            "field: row-no",
            "field: row-no, length: 0",
            "payment.columns[1].length",
            Expected.NUMBER,
            "0"),
        arguments(
            "default", "field: amount", "field: purpose", "payment.columns", Expected.COLUMN, ""),
        arguments(
            "default",
            "field: detail-no",
            "field: purpose",
            "payment.columns",
            Expected.COLUMN,
            ""),
        arguments(
            "default",
            "names: true",
            "names: false",
            "payment.extension",
            Expected.PLAIN_CSV,
            "csv"),
        arguments(
            "default",
            "extension: csv",
            "extension: xls",
            "payment.extension",
            Expected.ONE_OF,
            "xls"),
        arguments("default", "    success: 成功\n", "", "answer.status.success", Expected.VALUE, ""),
        arguments("default", "[失败, 退票]", "[失败, 成功]", "answer.status.failure", Expected.ONCE, "成功"),
        arguments("default", "[失败, 退票]", "[]", "answer.status.failure", Expected.LIST, "[]"),
        arguments("default", "[失败, 退票]", "[[失败]]", "answer.status.failure", Expected.TEXT, "[失败]"),
        arguments("default", "success: 成功", "success: 𠮷", "answer.状态", Expected.ROOM, "ENCODING"),
        arguments(
            "default", "field: message", "field: status", "answer.columns", Expected.ONCE, "2"),
        arguments(
            "default",
            "reference: detail-no",
            "reference: row-no",
            "answer.header",
            Expected.COLUMN,
            ""),
        arguments(
            "pipe-gbk",
            "separator: \"|\"",
            "separator: \"_\"",
            "payment.batch",
            Expected.ROOM,
            "SEPARATOR"),
        arguments(
            "pipe-gbk", "length: 20", "length: 19", "payment.detail-no", Expected.ROOM, "TOO_LONG"),
        arguments(
            "pipe-gbk", "length: 15", "length: 10", "payment.amount", Expected.ROOM, "TOO_LONG"),
        arguments(
            "pipe-gbk",
            "  separator: \"|\"\n",
            "",
            "payment.quotes",
            Expected.SEPARATOR_OR_WIDTH,
            "never"),
        arguments(
            "pipe-gbk",
            "  header:\n    - [{field: batch}, {field: count}, {field: sum}]",
            "  header: [{field: batch}]",
            "payment.header[1]",
            Expected.LIST,
            "{field=batch}"),
        arguments(
            "fixed-width",
            "field: row-no, width: 8",
            "field: row-no",
            "payment.columns[2].width",
            Expected.SEPARATOR_OR_WIDTH,
            ""),
        arguments(
            "fixed-width",
            "field: row-no, width: 8",
            "field: row-no, width: 6",
            "payment.row-no",
            Expected.ROOM,
            "TOO_LONG"),
        arguments(
            "fixed-width",
            "field: account, width: 32",
            "field: account, width: 32, pad: \"0\"",
            "payment.columns[3].pad",
            Expected.NUMBER_PADDING,
            "0"),
        arguments(
            "fixed-width",
            "align: right, pad: \"0\"",
            "align: left, pad: \"0\"",
            "payment.header[1][3].pad",
            Expected.NUMBER_PADDING,
            "0"),
        arguments(
            "fixed-width",
            "pad: \"0\"",
            "pad: \"*\"",
            "payment.header[1][3].pad",
            Expected.ONE_OF,
            "*"),
        arguments(
            "fixed-width",
            "most-rows: 50000",
            "most-rows: 0",
            "payment.most-rows",
            Expected.NUMBER,
            "0"),
        arguments("fixed-width", "title:", "- title:", "", Expected.YAML, ""),
        arguments("fixed-width", "title:", "title: a\ntitle:", "", Expected.YAML, ""));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhereAndWhat(
      String profile,
      String text,
      String replacement,
      String key,
      Expected expected,
      String found) {
    ProfileException refusal = refusal(Edited.of(profile).but(text, replacement));

    assertThat(List.of(refusal.key(), refusal.expected(), refusal.found()))
        .containsExactly(key, expected, found);
    assertThat(refusal.profile()).isEqualTo("own");
  }

  @Test
  void everyExpectationIsReached() {
    List<Expected> reached =
        mistakes().map(mistake -> (Expected) mistake.get()[4]).distinct().toList();

    assertThat(Expected.values())
        .filteredOn(e -> !reached.contains(e))
        .containsExactly(Expected.PROFILE);
  }

  @Test
  void wordsThatMayStandThereAreNamed() {
    assertThat(refusal(Edited.of("default").but("encoding: GBK", "encoding: Big5")).detail())
        .isEqualTo("GBK, GB18030, GB2312, UTF-8");
    assertThat(refusal(Edited.of("default").but("field: row-no", "field: x")).detail())
        .isEqualTo(
            "row-no, account, account-name, amount, bank-name, bank-code, purpose, detail-no");
  }

  @Test
  void noDocumentIsAProfile() {
    for (String document : List.of("", "~", "text", "[1]", "\t", "a: &x [*x]", "? {a: b}\n: c")) {
      assertThatThrownBy(() -> BankProfile.parse("own", document))
          .as(document)
          .isInstanceOf(ProfileException.class);
    }
  }

  @Test
  void aFoundTextIsShortened() {
    Edited edited = Edited.of("default").but("amount: yuan", "amount: " + "𠮷".repeat(500));

    assertThat(refusal(edited).found()).isEqualTo("𠮷".repeat(80) + "…");
  }

  @Test
  void aNameOrAFile() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, BankProfile.named("pipe-gbk").document());
    Path foreign = folder.resolve("gbk.yaml");
    Files.write(foreign, "title: 农商".getBytes(Charset.forName("GBK")));

    assertThat(BankProfile.named(file.toString()).name()).isEqualTo("mine");
    assertThat(BankProfile.named(file.toString()).sha256())
        .isEqualTo(BankProfile.named("pipe-gbk").sha256())
        .isNotEqualTo(BankProfile.standard().sha256());
    assertThat(catchThrowableOfType(ProfileException.class, () -> BankProfile.named("pipe")))
        .returns(Expected.PROFILE, ProfileException::expected)
        .returns("default, pipe-gbk, fixed-width", ProfileException::detail);
    assertThat(
            catchThrowableOfType(
                ProfileException.class, () -> BankProfile.named(folder.toString())))
        .returns(Expected.PROFILE, ProfileException::expected);
    assertThat(
            catchThrowableOfType(
                ProfileException.class, () -> BankProfile.named(foreign.toString())))
        .returns(Expected.YAML, ProfileException::expected);
  }
}
