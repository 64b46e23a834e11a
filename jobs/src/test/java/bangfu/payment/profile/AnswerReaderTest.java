package bangfu.payment.profile;

import static bangfu.payment.profile.Payments.GBK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bank may send back, clean and dirty. */
class AnswerReaderTest {
  private static final String NAMES = "明细流水号,收款账号,金额,状态,返回码,日期,说明\r\n";
  private static final String PAID = "2017030000001,622200001234,1126.00,成功,0000,2017-03-12,\r\n";

  @TempDir Path folder;

  private Answered read(String profile, String text) {
    return Answered.read(BankProfile.named(profile), text.getBytes(GBK), folder);
  }

  /** Rows of the default profile below its names. */
  private Answered rows(String text) {
    return read("default", NAMES + text);
  }

  @Test
  void theDefaultAnswer() {
    Answered answer =
        rows(
            PAID
                + "2017030000003,622200005678,126.00,失败, E12/户名不符 ,2017/3/12,\"户名,不符\"\r\n"
                + "2017030000005,6222,0.01,处理中,,,\r\n");

    assertThat(answer.report.isSound()).isTrue();
    assertThat(answer.rows)
        .extracting(
            AnswerRow::line,
            AnswerRow::reference,
            AnswerRow::account,
            AnswerRow::amountFen,
            AnswerRow::outcome,
            AnswerRow::code,
            AnswerRow::date,
            AnswerRow::message)
        .containsExactly(
            tuple(
                2,
                "2017030000001",
                "622200001234",
                112600L,
                Outcome.SUCCESS,
                "0000",
                LocalDate.of(2017, 3, 12),
                ""),
            tuple(
                3,
                "2017030000003",
                "622200005678",
                12600L,
                Outcome.FAILURE,
                " E12/户名不符 ",
                LocalDate.of(2017, 3, 12),
                "户名,不符"),
            tuple(4, "2017030000005", "6222", 1L, Outcome.PENDING, "", null, ""));
    assertThat(new String(answer.rows.get(0).raw(), GBK) + "\r\n").isEqualTo(PAID);
    assertThat(answer.report.acceptedFen()).isEqualTo(125_201);
    assertThat(answer.report.physicalLines()).isEqualTo(4);
  }

  @Test
  void theAnswerWithBarsAndASummary() {
    Answered answer =
        read(
            "pipe-gbk",
            """
            ELDER_DISTRICT_201703_001|2|125200
            2017030000001|622200001234|112600|00|||
            2017030000003|622200005678|12600|01|E12|20170312|户名"不符"
            """);

    assertThat(answer.faults()).isEmpty();
    assertThat(answer.report.isSound()).isTrue();
    assertThat(answer.report.batch()).isEqualTo("ELDER_DISTRICT_201703_001");
    assertThat(answer.rows).extracting(AnswerRow::amountFen).containsExactly(112600L, 12600L);
    assertThat(answer.rows.get(1).message()).isEqualTo("户名\"不符\"");
  }

  @Test
  void theAnswerOfFixedWidth() {
    Answered answer =
        read(
            "fixed-width",
            "H20170300000002000000000125200"
                + " ".repeat(130)
                + "\n"
                + fixed("2017030000001", "622200001234", "000000000112600", "S", "", "", "")
                + fixed(
                    "2017030000003",
                    "622200005678",
                    "000000000012600",
                    "F",
                    "E12",
                    "20170312",
                    "户名不符")
                + "T00000002000000000125200"
                + " ".repeat(136)
                + "\n");

    assertThat(answer.refusals()).isEmpty();
    assertThat(answer.faults()).isEmpty();
    assertThat(answer.rows).extracting(AnswerRow::code).containsExactly("", "E12");
    assertThat(answer.rows.get(1).message()).isEqualTo("户名不符");
    assertThat(answer.report.layoutLines()).isEqualTo(2);
  }

  private static String fixed(
      String reference,
      String account,
      String fen,
      String status,
      String code,
      String date,
      String message) {
    return "D"
        + padded(reference, 20)
        + padded(account, 32)
        + fen
        + status
        + padded(code, 10)
        + padded(date, 8)
        + padded(message, 73)
        + "\n";
  }

  private static String padded(String text, int bytes) {
    return text + " ".repeat(bytes - text.getBytes(GBK).length);
  }

  @Test
  void theBytesAreHashed() throws Exception {
    byte[] bytes = (NAMES + PAID).getBytes(GBK);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);

    AnswerReport report = Answered.read(BankProfile.standard(), bytes, folder).report;
    assertThat(report.bytes().sha256()).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(report.bytes().sizeBytes()).isEqualTo(bytes.length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\u0001',
      value = {
        "2017030000001,622200001234,1126.00,成功,0000,2017-03-12; 2:  FIELDS",
        "2017030000001,622200001234,1126.00,成功,0000,2017-03-12,,; 2:  FIELDS",
        "2017030000001,622200001234,1126.00,成功,0000,2017-03-12,\"; 2:  CSV",
        "2017030000001,\"6222\"00001234,1126.00,成功,0000,,; 2:  CSV",
        ",622200001234,1126.00,成功,0000,,; 2: 明细流水号 REQUIRED",
        "2017-1,622200001234,1126.00,成功,0000,,; 2: 明细流水号 TEXT",
        "2017030000001a,622200001234,1126.00,成功,0000,,; 2: 明细流水号 TEXT",
        "201703000000100000001,622200001234,1126.00,成功,0000,,; 2: 明细流水号 TEXT",
        "2.01703E+12,622200001234,1126.00,成功,0000,,; 2: 明细流水号 TEXT",
        "2017030000001,6.222E+11,1126.00,成功,0000,,; 2: 收款账号 TEXT",
        "2017030000001,6222****1234,1126.00,成功,0000,,; 2: 收款账号 TEXT",
        "2017030000001,,1126.00,成功,0000,,; 2: 收款账号 REQUIRED",
        "2017030000001,6222,1126.001,成功,0000,,; 2: 金额 MONEY",
        "2017030000001,6222,\"1,12.00\",成功,0000,,; 2: 金额 MONEY",
        "2017030000001,6222,-126.00,成功,0000,,; 2: 金额 MONEY",
        "2017030000001,6222,0.00,成功,0000,,; 2: 金额 MONEY",
        "2017030000001,6222,1e3,成功,0000,,; 2: 金额 MONEY",
        "2017030000001,6222,9999999999999,成功,0000,,; 2: 金额 MONEY",
        "2017030000001,6222,1.00,成功了,0000,,; 2: 状态 CODE",
        "2017030000001,6222,1.00,,0000,,; 2: 状态 REQUIRED",
        "2017030000001,6222,1.00,成功,0000,2017-02-30,; 2: 日期 DATE",
        "x,y,z,?,,0,; 2: 明细流水号 TEXT, 收款账号 TEXT, 金额 MONEY, 状态 CODE, 日期 DATE"
      })
  void isRefusedNotGuessed(String line, String refusal) {
    Answered answer = rows(line + "\r\n" + PAID);

    assertThat(answer.refusals()).containsExactly(refusal);
    assertThat(answer.rows).extracting(AnswerRow::line).containsExactly(3);
    assertThat(answer.report.isSound()).isFalse();
    assertThat(answer.everyLineCounts()).isTrue();
    assertThat(new String(answer.refused.get(0).raw(), GBK)).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " 2017030000001 ,　6222 0000-1234\t,\"1,126.00\",\" 成功\",0000,,",
        "２０１７０３００００００１,６２２２００００１２３４,１，１２６．００,成功,0000,2017年3月12日,",
        "\"2017030000001\",\"622200001234\",\"1126\",\"成功\",\"0000\",\"\",\"\"",
        "2017030000001,622200001234,0001126.0,成功,0000,,"
      })
  void isReadAllTheSame(String line) {
    Answered answer = rows(line + "\r\n");

    assertThat(answer.refusals()).isEmpty();
    assertThat(answer.rows)
        .singleElement()
        .returns("2017030000001", AnswerRow::reference)
        .returns("622200001234", AnswerRow::account)
        .returns(112600L, AnswerRow::amountFen)
        .returns(Outcome.SUCCESS, AnswerRow::outcome);
  }

  @ParameterizedTest
  @CsvSource({"12600.00", "'12,600'", "-1", "0", "1E4", "123456789012345", "一百"})
  void fenAreWholeDigits(String fen) {
    Answered answer = read("pipe-gbk", "B|1|12600\r\n2017030000001|6222|" + fen + "|00|||\r\n");

    assertThat(answer.refusals()).containsExactly("2: amount MONEY");
  }

  @Test
  void bytesOfAnotherEncodingSpoilTheirLineOnly() {
    byte[] utf8 = "2017030000001,6222,1.00,成,0000,,\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] bytes = joined(NAMES.getBytes(GBK), utf8, PAID.getBytes(GBK));

    Answered answer = Answered.read(BankProfile.standard(), bytes, folder);
    assertThat(answer.refusals()).containsExactly("2:  ENCODING");
    assertThat(answer.rows).hasSize(1);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  @Test
  void anAnswerSavedAnewIsRefused() {
    for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      byte[] bytes = ("\ufeff" + NAMES + PAID).getBytes(charset);

      Answered answer = Answered.read(BankProfile.standard(), bytes, folder);
      assertThat(answer.report.refusal()).contains("GBK").contains("原文件");
      assertThat(answer.rows).isEmpty();
    }
    assertThat(read("default", "PK\u0003\u0004").report.refusal()).contains("压缩包");
  }

  @Test
  void aMarkOfTheRightEncodingIsPassedOver() {
    String document = BankProfile.standard().document().replace("encoding: GBK", "encoding: UTF-8");
    byte[] bytes = ("\ufeff" + NAMES + PAID).getBytes(StandardCharsets.UTF_8);

    assertThat(Answered.read(BankProfile.parse("own", document), bytes, folder).report.isSound())
        .isTrue();
  }

  @Test
  void aNulIsNoPartOfAnything() {
    Answered answer = rows("2017030000001,6222,1.00,成功,00\0,,\r\n" + PAID + "\0\0\0\r\n");

    assertThat(answer.refusals()).containsExactly("2: 返回码 TEXT", "4:  FIELDS");
    assertThat(answer.refused.get(0).faults().get(0).value()).isEqualTo("00␀");
  }

  @Test
  void aLineWithoutEndMayBeCutOff() {
    String cut = PAID.substring(0, PAID.length() - 2);

    assertThat(rows(PAID + cut).refusals()).containsExactly("3:  FIELDS");
    assertThat(rows(PAID + cut + "\r").refusals()).containsExactly("3:  FIELDS");
    BankProfile optional =
        Edited.of("default").with("answer:\n", "answer:\n  last-line-end: optional\n");
    byte[] bytes = (NAMES + PAID + cut).getBytes(GBK);
    assertThat(Answered.read(optional, bytes, folder).report.isSound()).isTrue();
  }

  @Test
  void aLineOfAMegabyteIsNoRecord() {
    Answered answer = rows("9".repeat(1 << 20) + "\r\n" + PAID + " ".repeat(1 << 20) + "\r\n");

    assertThat(answer.refusals()).containsExactly("2:  CSV", "4:  CSV");
    assertThat(answer.rows).hasSize(1);
    assertThat(rows("9".repeat(17 << 20)).report.refusal()).contains("16 MB");
  }

  @Test
  void blankLinesCountAsSuch() {
    Answered answer = rows("\r\n" + PAID + "  　\r\n\r\n");

    assertThat(answer.report.isSound()).isTrue();
    assertThat(answer.report.blankLines()).isEqualTo(3);
    assertThat(answer.rows).extracting(AnswerRow::line).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "明细流水号,收款账号\r\n", "2017030000001,6222,1.00,成功,,,\r\n"})
  void withoutItsNamesNoFileIsRead(String text) {
    assertThat(read("default", text).report.refusal()).isNotEmpty();
  }

  @Test
  void columnsInAnotherOrderAreRefused() {
    String names = NAMES.replace("收款账号,金额", "金额,收款账号");

    assertThat(read("default", names + PAID).report.refusal()).contains("列名");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "B|2|112600; 1: count INT",
        "B|1|112601; 1: sum MONEY",
        "B|0|0; 1: count INT, 1: sum MONEY",
        "B|一|112600; 1: count INT",
        "B|1|1126.00; 1: sum MONEY",
        "|1|112600; 1: batch TEXT",
        "B|1; 1:  FIELDS",
        "B|1|112600|; 1:  FIELDS"
      })
  void aSummaryThatIsNotThatOfTheRows(String summary, String faults) {
    Answered answer = read("pipe-gbk", summary + "\r\n2017030000001|622200001234|112600|00|||\r\n");

    assertThat(String.join(", ", answer.faults())).isEqualTo(faults);
    assertThat(answer.report.isSound()).isFalse();
    assertThat(answer.rows).hasSize(1);
    assertThat(answer.everyLineCounts()).isTrue();
  }

  @Test
  void aSumIsNotComparedWhileRowsAreRefused() {
    Answered answer =
        read(
            "pipe-gbk",
            "B|2|112601\r\n2017030000001|6222|112600|00|||\r\n2017030000003|6222|1|??|||\r\n");

    assertThat(answer.refusals()).containsExactly("3: status CODE");
    assertThat(answer.faults()).isEmpty();
    assertThat(answer.report.isSound()).isFalse();
  }

  @Test
  void fixedPlacesThatMovedAreRefused() {
    String row = fixed("2017030000001", "6222", "000000000112600", "S", "", "", "");
    String header = "H20170300000003000000000112600" + " ".repeat(130) + "\n";
    String trailer = "T00000003000000000112600" + " ".repeat(136) + "\n";
    String oneShort = row.substring(0, row.length() - 2) + "\n";
    String oneMore = row.replace("D2017", "D张2017").replace("  \n", "\n");
    String otherKind = row.replace("D2017", "X2017");

    Answered answer = read("fixed-width", header + oneShort + oneMore + otherKind + trailer);
    assertThat(answer.refusals())
        .containsExactly("2:  FIELDS", "3: reference TEXT, status CODE", "4: D CODE");
    assertThat(read("fixed-width", header + row + row + row).faults()).contains("4: T CODE");
  }

  @Test
  void aCharacterAcrossTwoPlacesIsRefused() {
    String row = fixed("2017030000001", "6222", "000000000112600", "S", "123456789x", "y", "");
    String trailer = "T00000001000000000112600" + " ".repeat(136) + "\n";
    String header = "H20170300000001000000000112600" + " ".repeat(130) + "\n";

    assertThat(read("fixed-width", header + row.replace("xy", "张") + trailer).refusals())
        .containsExactly("2: code FIELDS");
  }

  @Test
  void aBankThatGivesBackTheRowNumber() {
    BankProfile profile =
        Edited.of("pipe-gbk")
            .but("reference: detail-no", "reference: row-no")
            .with("{field: detail-no, length: 20}", "{field: row-no}\n    - {field: detail-no}");
    byte[] bytes = "B|1|5\r\n007|6222|5|00|||\r\n".getBytes(GBK);

    Answered answer = Answered.read(profile, bytes, folder);
    assertThat(profile.reference()).isEqualTo(PaymentField.ROW_NO);
    assertThat(answer.rows).singleElement().returns("7", AnswerRow::reference);
    assertThat(
            Answered.read(profile, "B|1|5\r\n2017A|6222|5|00|||\r\n".getBytes(GBK), folder)
                .refusals())
        .containsExactly("2: reference INT");
  }

  @Test
  void nothingPersonalInTexts() {
    Answered answer = rows(PAID + "2017030000003,6222****5678,1.00,成功,,,张三\r\n");

    assertThat(answer.rows.toString()).doesNotContain("622200001234");
    assertThat(answer.refused.toString()).doesNotContain("5678").doesNotContain("张三");
  }

  @Test
  void aMissingFileIsTheDisksMatter() {
    assertThatThrownBy(
            () ->
                new AnswerReader(BankProfile.standard().answer())
                    .read(folder.resolve("none"), new Answered()))
        .isInstanceOf(NoSuchFileException.class);
  }
}
