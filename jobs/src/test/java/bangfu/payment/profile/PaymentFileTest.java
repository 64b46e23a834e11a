package bangfu.payment.profile;

import static bangfu.payment.profile.Payments.GBK;
import static bangfu.payment.profile.Payments.MARCH;
import static bangfu.payment.profile.Payments.NAME;
import static bangfu.payment.profile.Payments.TWO;
import static bangfu.payment.profile.Payments.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each profile of the program writes, byte for byte. */
class PaymentFileTest {
  @TempDir Path folder;

  private String written(String profile) {
    return new String(Payments.write(BankProfile.named(profile), TWO, folder), GBK);
  }

  @Test
  void theContractsCsv() {
    assertThat(written("default"))
        .isEqualTo(
            "序号,收款账号,收款户名,金额,收款开户行,联行号,用途,明细流水号\r\n"
                + "1,622200001234,张三,1126.00,农商银行,,帮扶资金201703,2017030000001\r\n"
                + "2,622200005678,李四,126.00,\"农商银行,\"\"斗门\"\"\",402585000018,"
                + "帮扶资金201703,2017030000003\r\n");
  }

  @Test
  void linesWithBarsAndASummaryFirstInFen() {
    assertThat(written("pipe-gbk"))
        .isEqualTo(
            "ELDER_DISTRICT_201703_001|2|125200\r\n"
                + "2017030000001|622200001234|张三|112600|农商银行||帮扶资金201703\r\n"
                + "2017030000003|622200005678|李四|12600|农商银行,\"斗门\"|402585000018"
                + "|帮扶资金201703\r\n");
  }

  @Test
  void fixedPlacesCountedInBytes() throws IOException {
    assertThat(written("fixed-width"))
        .isEqualTo(
            "H20170300000002000000000125200"
                + " ".repeat(170)
                + "\n"
                + "D00000001622200001234"
                + " ".repeat(20)
                + "张三"
                + " ".repeat(56)
                + "000000000112600"
                + " ".repeat(14)
                + "2017030000001"
                + " ".repeat(7)
                + "帮扶资金201703"
                + " ".repeat(36)
                + "\n"
                + "D00000002622200005678"
                + " ".repeat(20)
                + "李四"
                + " ".repeat(56)
                + "000000000012600"
                + "402585000018  2017030000003"
                + " ".repeat(7)
                + "帮扶资金201703"
                + " ".repeat(36)
                + "\n"
                + "T00000002000000000125200"
                + " ".repeat(176)
                + "\n");
    byte[] bytes = Files.readAllBytes(folder.resolve(NAME + ".txt"));
    assertThat(bytes).hasSize(4 * 201);
    for (int line = 1; line <= 4; line++) {
      assertThat(bytes[line * 201 - 1]).isEqualTo((byte) '\n');
    }
  }

  @Test
  void theHashIsThatOfTheFile() throws Exception {
    List<PaymentRow> many = new ArrayList<>();
    for (int number = 1; number <= 2_000; number++) {
      many.add(row(number, "6222", "张三", number, "农商银行", "", "2017030000001"));
    }
    byte[] bytes;
    String hash;
    try (PaymentFile file =
        PaymentFile.create(folder, BankProfile.standard().payment(), Payments.batch(many))) {
      assertThatIllegalStateException().isThrownBy(file::sha256);
      many.forEach(file::row);
      file.finish();
      bytes = Files.readAllBytes(folder.resolve(NAME + ".csv"));
      hash = file.sha256();
      assertThat(file.rows()).isEqualTo(2_000);
    }
    assertThat(hash)
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertThat(new String(bytes, GBK).lines()).hasSize(2_001);
  }

  /** The default profile against the CSV writer of all other files. */
  @Test
  void theDefaultIsPlainCsv() throws IOException {
    Path path = folder.resolve("csv/plain.csv");
    try (CsvFile csv =
        CsvFile.strict(path, GBK, "序号", "收款账号", "收款户名", "金额", "收款开户行", "联行号", "用途", "明细流水号")) {
      for (PaymentRow row : TWO) {
        csv.row(
            row.rowNo(),
            row.account(),
            row.accountName(),
            Yuan.format(row.amountFen()),
            row.bankName(),
            row.bankCode(),
            row.purpose(),
            row.detailNo());
      }
    }

    assertThat(Payments.write(BankProfile.standard(), TWO, folder))
        .isEqualTo(Files.readAllBytes(path));
  }

  @Test
  void aRowThatDoesNotFitIsNeverCut() {
    PaymentRow tooLong = row(1, "6", "张".repeat(31), 1, "农商银行", "", "2017030000001");
    try (PaymentFile file =
        PaymentFile.create(
            folder, BankProfile.named("fixed-width").payment(), Payments.batch(List.of(tooLong)))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> file.row(tooLong))
          .withMessageContaining("TOO_LONG");
    }
  }

  @Test
  void rowsThatAreNotTheBatchAreAnError() {
    Batch other = new Batch(NAME, MARCH, 2, 125_199);
    try (PaymentFile file = PaymentFile.create(folder, BankProfile.standard().payment(), other)) {
      TWO.forEach(file::row);
      assertThatIllegalStateException()
          .isThrownBy(file::finish)
          .withMessageContaining("125200 fen");
    }
  }
}
