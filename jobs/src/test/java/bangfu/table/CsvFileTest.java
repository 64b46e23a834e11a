package bangfu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnmappableCharacterException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
  private static final Charset GBK = Charset.forName("GBK");

  @TempDir Path folder;

  @Test
  void writesByteOrderMarkCrlfAndQuotesOnlyWhereNeeded() throws IOException {
    Path path = folder.resolve("new/ledger.csv");
    try (CsvFile csv = CsvFile.utf8Bom(path, "户编号", "说明", "日期")) {
      csv.row("H1", "含,逗号与\"引号\"", LocalDate.of(2017, 3, 10));
      csv.row("H2", null, "两\n行");
    }
    assertThat(Files.readString(path))
        .isEqualTo("\uFEFF户编号,说明,日期\r\nH1,\"含,逗号与\"\"引号\"\"\",2017-03-10\r\nH2,,\"两\n行\"\r\n");
  }

  @Test
  void countsRowsAndHashesWhatIsOnDisk() throws Exception {
    Path path = folder.resolve("a.csv");
    CsvFile csv = CsvFile.strict(path, GBK, "序号");
    csv.row(1);
    assertThatIllegalStateException().isThrownBy(csv::sha256);
    csv.close();
    csv.close();
    assertThat(csv.rows()).isEqualTo(1);
    assertThat(Files.readString(path, GBK)).isEqualTo("序号\r\n1\r\n");
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
    assertThat(csv.sha256()).isEqualTo(HexFormat.of().formatHex(hash));
  }

  @Test
  void refusesACharacterTheEncodingLacks() {
    assertThatThrownBy(
            () -> {
              try (CsvFile csv = CsvFile.strict(folder.resolve("b.csv"), GBK, "户名")) {
                csv.row("𠮷");
              }
            })
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(UnmappableCharacterException.class);
  }

  @Test
  void onlyAFileForPeopleIsGuardedAgainstFormulas() throws IOException {
    Path people = folder.resolve("people.csv");
    Path bank = folder.resolve("bank.csv");
    try (CsvFile csv = CsvFile.utf8Bom(people, "姓名", "金额");
        CsvFile strict = CsvFile.strict(bank, GBK, "姓名", "金额")) {
      csv.row("=1+1", "-5.00");
      strict.row("=1+1", "-5.00");
    }
    assertThat(Files.readString(people)).endsWith("\r\n'=1+1,-5.00\r\n");
    assertThat(Files.readString(bank, GBK)).endsWith("\r\n=1+1,-5.00\r\n");
  }

  @Test
  void aRestartedTextHoldsTheHeaderAndTheRowsSince() {
    CsvText text = CsvText.utf8Bom("户编号", "说明");
    text.row("H1", "长".repeat(20_000));
    text.restart();
    text.row("H2", "𠮷");
    assertThat(StandardCharsets.UTF_8.decode(text.bytes()).toString())
        .isEqualTo("\uFEFF户编号,说明\r\nH2,𠮷\r\n");
  }

  @Test
  void formatsYuanWithTwoDecimals() {
    assertThat(Yuan.format(12600)).isEqualTo("126.00");
    assertThat(Yuan.format(5)).isEqualTo("0.05");
    assertThat(Yuan.format(-5)).isEqualTo("-0.05");
    assertThat(Yuan.format(-123456789)).isEqualTo("-1234567.89");
    assertThat(Yuan.format(0)).isEqualTo("0.00");
  }
}
