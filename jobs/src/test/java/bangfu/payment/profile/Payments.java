package bangfu.payment.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/** Payments of a month, written as one's bank wants them. */
final class Payments {
  static final Charset GBK = Charset.forName("GBK");
  static final YearMonth MARCH = YearMonth.of(2017, 3);
  static final String NAME = "ELDER_DISTRICT_201703_001";

  static final List<PaymentRow> TWO =
      List.of(
          row(1, "622200001234", "张三", 112600, "农商银行", "", "2017030000001"),
          row(2, "622200005678", "李四", 12600, "农商银行,\"斗门\"", "402585000018", "2017030000003"));

  private Payments() {}

  static PaymentRow row(
      int number, String account, String name, long fen, String bank, String code, String detail) {
    return new PaymentRow(
        number, account, name, fen, bank, code, PaymentRow.purpose(MARCH), detail);
  }

  static Batch batch(List<PaymentRow> rows) {
    return new Batch(
        NAME, MARCH, rows.size(), rows.stream().mapToLong(PaymentRow::amountFen).sum());
  }

  /** The bytes of the written file. */
  static byte[] write(BankProfile profile, List<PaymentRow> rows, Path folder) {
    try (PaymentFile file = PaymentFile.create(folder, profile.payment(), batch(rows))) {
      rows.forEach(file::row);
      file.finish();
    }
    try {
      return Files.readAllBytes(folder.resolve(NAME + '.' + profile.payment().extension()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
