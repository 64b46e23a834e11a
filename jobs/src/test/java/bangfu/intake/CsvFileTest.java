package bangfu.intake;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** details.md, "Files", sentence by sentence, for CSV. */
class CsvFileTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String HEADER = "起始月,截止月,标准,文号\n";

  @TempDir Path folder;

  private Taken read(byte[] csv) throws IOException {
    return Taken.from(Files.write(folder.resolve("mz_standard.csv"), csv), "mz_standard");
  }

  private Taken read(String csv) throws IOException {
    return read(csv.getBytes(UTF_8));
  }

  private static byte[] bytes(Object... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Object part : parts) {
      all.writeBytes(part instanceof String text ? text.getBytes(UTF_8) : (byte[]) part);
    }
    return all.toByteArray();
  }

  @Test
  void everyLineIsHeaderBlankAcceptedOrRejected() throws IOException {
    Taken taken =
        read(
            """
            低保标准表,,,
            起始月,截止月,标准,文号
            2017-01,2017-12,"1,080.00",样例1号

            2018-01,,一千,样例2号
            ,　, ,""
            2019-01,,1200,样例3号
            """);
    FileReport report = taken.report();

    assertThat(taken.rows()).containsExactly("2017-01|2017-12|108000|样例1号", "2019-01||120000|样例3号");
    assertThat(taken.faults()).containsExactly("5 标准 MONEY");
    assertThat(report.physicalLines()).isEqualTo(7);
    assertThat(report.headerLines()).isEqualTo(2);
    assertThat(report.blankLines()).isEqualTo(2);
    assertThat(report.acceptedRows()).isEqualTo(2);
    assertThat(report.rejectedRows()).isEqualTo(1);
    assertThat(report.encoding()).isEqualTo("UTF-8");
    assertThat(report.refused()).isFalse();
  }

  @Test
  void aRejectedLineIsKeptUntouchedWithAllItsFaults() throws IOException {
    Taken taken = read(HEADER + "2017-13, 2017 ,1.234,\r\n");
    RejectedRow rejected = taken.rejected.get(2);

    assertThat(rejected.raw()).asString(UTF_8).isEqualTo("2017-13, 2017 ,1.234,");
    assertThat(taken.faults())
        .containsExactly("2 起始月 MONTH", "2 截止月 MONTH", "2 标准 MONEY", "2 文号 REQUIRED");
    assertThat(rejected.faults().get(1).value()).isEqualTo(" 2017 ");
    assertThat(rejected.faults().get(0).message()).startsWith("应为年月，如 2017-03").contains("整行退回");
  }

  @Test
  void columnsAreFoundByHeaderTextInAnyOrderAndUnknownOnesReported() throws IOException {
    Taken taken = read("备注,文号,　标准 ,,起始月\nx,样例1号,1080,,2017-01\n");

    assertThat(taken.rows()).containsExactly("2017-01||108000|样例1号");
    assertThat(taken.report().unknownColumns()).containsExactly("备注");
  }

  @Test
  void whateverAHeaderLineHoldsTheReportStaysShortAndPrintable() throws IOException {
    String rare = "\uD842\uDFB7";
    StringBuilder header = new StringBuilder("起始月,标准,文号,备\u0000注\u001F," + rare.repeat(5000));
    for (int column = 3; column <= 60; column++) {
      header.append(",列").append(column);
    }

    Taken taken = read(header + "\n");

    assertThat(taken.report().unknownColumns())
        .hasSize(51)
        .startsWith("备\uFFFD注\uFFFD", rare.repeat(30) + "…", "列3")
        .endsWith("列50", "另有 10 列");
  }

  @Test
  void aFormulaInACsvIsTextWhereTextBelongsAndAFaultElsewhere() throws IOException {
    Taken taken =
        read(HEADER + "2017-01,,=500+500,样例1号\n2018-01,,1080,=A1\n2019-01,,1080,=\"x\"\n");

    assertThat(taken.faults()).containsExactly("2 标准 MONEY", "4 CSV");
    assertThat(taken.rows()).containsExactly("2018-01||108000|=A1");
  }

  @Test
  void aNulIsShownAsASymbol() throws IOException {
    Taken taken = read(HEADER + "2017-01,,1080,样\u0000例\n");

    assertThat(taken.rejected.get(2).faults().get(0).value()).isEqualTo("样␀例");
    assertThat(taken.rejected.get(2).raw()).contains(0);
  }

  @Test
  void aFileCutOffInTheMiddleOfALineLosesThatLineOnly() throws IOException {
    byte[] whole = (HEADER + "2017-01,,1080,样例1号\n2018-01,,1080,\"样例2号\"\n").getBytes(UTF_8);
    int secondRow = new String(whole, UTF_8).indexOf("2018");
    int start = (HEADER + "2017-01,,1080,样例1号\n").getBytes(UTF_8).length;

    assertThat(secondRow).isPositive();
    assertThat(read(Arrays.copyOf(whole, start + 10)).faults()).containsExactly("3 FIELDS");
    assertThat(read(Arrays.copyOf(whole, start + 18)).faults()).containsExactly("3 CSV");
    assertThat(read(Arrays.copyOf(whole, start + 17)).faults()).containsExactly("3 ENCODING");
  }

  @Test
  void aFileWithAHeaderOnlyIsADeliveryOfNoRows() throws IOException {
    Taken taken = read("起始月,截止月,标准,文号");

    assertThat(taken.report().refused()).isFalse();
    assertThat(taken.report().physicalLines()).isEqualTo(1);
    assertThat(taken.report().acceptedRows()).isZero();
  }

  @Test
  void theHeaderMayBeTheTenthLine() throws IOException {
    Taken taken = read("\n".repeat(9) + HEADER + "2017-01,,1080,样例1号\n");

    assertThat(taken.report().headerLines()).isEqualTo(10);
    assertThat(taken.report().blankLines()).isZero();
    assertThat(taken.accepted).containsOnlyKeys(11);
  }

  @Test
  void aHeaderOnTheEleventhLineIsNone() throws IOException {
    Taken taken = read("\n".repeat(10) + HEADER + "2017-01,,1080,样例1号\n");

    assertThat(taken.report().refusal()).contains("起始月、标准、文号");
    assertThat(taken.report().physicalLines()).isZero();
    assertThat(taken.accepted).isEmpty();
  }

  @Test
  void aRefusalNamesWhatTheNearestLineLacks() throws IOException {
    assertThat(read("题目\n起始月,标准\n2017-01,1080\n").report().refusal()).contains("缺少「文号」");
  }

  @Test
  void aKnownColumnTwiceRefusesTheFile() throws IOException {
    assertThat(read("起始月,标准,文号,标准\n").report().refusal()).contains("「标准」出现两次");
    assertThat(read("起始月,标准,文号,备注,备注\n").report().refused()).isFalse();
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    assertThat(read("").report().refusal()).contains("文件是空的");
    assertThat(read("\uFEFF").report().refusal()).contains("文件是空的");
    assertThat(read("\n").report().refusal()).contains("缺少");
  }

  @Test
  void anUnclosedQuoteRejectsItsOwnLineOnly() throws IOException {
    Taken taken =
        read(
            HEADER
                + """
                2017-01,,1080,"样例1号
                2018-01,,1080,样例2号
                2019-01,,1080,"样例"3号
                2019-02,,1080,样例"4号"
                2019-03,,1080,"样例""5""号"
                """);

    assertThat(taken.faults()).containsExactly("2 CSV", "4 CSV", "5 CSV");
    assertThat(taken.rows()).containsExactly("2018-01||108000|样例2号", "2019-03||108000|样例\"5\"号");
  }

  @Test
  void anotherNumberOfFieldsThanTheHeader() throws IOException {
    Taken taken = read(HEADER + "2017-01,,1080\n2017-01,,1080,样例1号,\n");

    assertThat(taken.faults()).containsExactly("2 FIELDS", "3 FIELDS");
    Fault fault = taken.rejected.get(2).faults().get(0);
    assertThat(fault.value()).isEqualTo("2017-01,,1080");
    assertThat(fault.message()).contains("4 列").contains("3 列");
  }

  @Test
  void aByteOrderMarkMeansUtf8EvenWhenALineDoesNotDecode() throws IOException {
    byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    Taken taken =
        read(
            bytes(
                mark, HEADER, "2017-01,,1080,", "样例".getBytes(GB18030), "\n2018-01,,1080,样例2号\n"));

    assertThat(taken.report().encoding()).isEqualTo("UTF-8-BOM");
    assertThat(taken.faults()).containsExactly("2 ENCODING");
    assertThat(taken.rows()).containsExactly("2018-01||108000|样例2号");
    assertThat(taken.rejected.get(2).raw())
        .isEqualTo(bytes("2017-01,,1080,", "样例".getBytes(GB18030)));
  }

  @Test
  void withoutAMarkTheHeaderDecides() throws IOException {
    Taken taken =
        read(bytes(HEADER, "2017-01,,1080,", "样例".getBytes(GB18030), "\n2018-01,,1080,样例2号\n"));

    assertThat(taken.report().encoding()).isEqualTo("UTF-8");
    assertThat(taken.faults()).containsExactly("2 ENCODING");
    assertThat(taken.accepted).containsOnlyKeys(3);
  }

  @Test
  void elseTheFileIsGb18030() throws IOException {
    String csv = HEADER + "2017-01,,1080,样例\uD842\uDFB7号\n";
    Taken taken = read(bytes(csv.getBytes(GB18030), "2018-01,,1080,x", new byte[] {(byte) 0xFF}));

    assertThat(taken.report().encoding()).isEqualTo("GB18030");
    assertThat(taken.rows()).containsExactly("2017-01||108000|样例\uD842\uDFB7号");
    assertThat(taken.faults()).containsExactly("3 ENCODING");
  }

  @Test
  void aLongFileIsCheckedAcrossItsReadBuffers() throws IOException {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int year = 1000; year < 9000; year++) {
      csv.append(year).append("-01,,1080,样例").append("号".repeat(year % 7)).append("\n");
    }
    Taken taken = read(csv.toString());

    assertThat(taken.report().encoding()).isEqualTo("UTF-8");
    assertThat(taken.report().acceptedRows()).isEqualTo(8000);
    assertThat(taken.accepted.get(8001).value("文号")).isEqualTo("样例" + "号".repeat(8999 % 7));
  }

  @Test
  void filesOfOtherFormsAreRefused() throws IOException {
    assertThat(read(HEADER.getBytes(UTF_16)).report().refusal()).contains("UTF-16");
    assertThat(read(bytes("PK", new byte[] {3, 4, 0})).report().refusal()).contains("压缩包");
    byte[] ole2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0};
    assertThat(read(ole2).report().refusal()).contains("xls");
  }

  @Test
  void zeroBytesAndVeryLongLinesRejectTheirLinesOnly() throws IOException {
    Taken taken =
        read(
            HEADER
                + "2017-01,,1080,样例\u0000号\n"
                + "2018-01,,1080,\""
                + "长".repeat(1 << 20)
                + "\n"
                + "\u0000\n"
                + "2019-01,,1080,样例3号\n");

    assertThat(taken.faults()).containsExactly("2 文号 TEXT", "3 CSV", "4 FIELDS");
    assertThat(taken.rejected.get(3).raw()).hasSize(15 + 3 * (1 << 20));
    assertThat(taken.rows()).containsExactly("2019-01||108000|样例3号");
  }

  @Test
  void aLineWithoutEndRefusesTheFile() throws IOException {
    byte[] endless = new byte[(1 << 24) + 1];

    assertThat(read(bytes(HEADER, endless)).report().refusal()).contains("16 MB");
  }

  @Test
  void aCarriageReturnAloneEndsNoLine() throws IOException {
    Taken taken = read(HEADER + "2017-01,,10\r80,样例1号\n2018-01,,1080,样例2号\r\n");

    assertThat(taken.report().physicalLines()).isEqualTo(3);
    assertThat(taken.faults()).containsExactly("2 标准 MONEY");
    assertThat(taken.accepted).containsOnlyKeys(3);
  }

  @Test
  void bothTheFingerprintAndTheSizeAreOfTheDeliveredBytes() throws IOException {
    FileReport report = read(HEADER).report();

    assertThat(report.sizeBytes()).isEqualTo(HEADER.getBytes(UTF_8).length);
    assertThat(report.sha256()).hasSize(64);
    assertThat(report.fileName()).isEqualTo("mz_standard.csv");
  }
}
