package bangfu.payment.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payments written, answered by a bank of any kind, and read back. */
class RoundTripTest {
  private static final int ROUNDS = 150;

  /** The last two have the byte of a bar inside in GBK. */
  private static final List<String> SYLLABLES =
      List.of("张", "李", "镕", "·", "a", " ", "\"", ",", "|", "東", "瑋");

  @TempDir Path folder;

  @Test
  void whatWasPaidIsWhatIsRead() {
    Random random = new Random(20170310);
    int rowsRead = 0;
    for (int round = 0; round < ROUNDS; round++) {
      BankProfile profile = anyProfile(random);
      List<PaymentRow> payments = writable(profile, random);
      Payments.write(profile, payments, folder);
      Bank bank = new Bank(profile, random);

      Answered answer = Answered.read(profile, bank.answer(payments), folder);

      assertThat(answer.refusals()).as(profile.document()).isEmpty();
      assertThat(answer.report.isSound()).as(answer.faults().toString()).isTrue();
      assertThat(answer.rows.stream().map(RoundTripTest::said).toList())
          .as(profile.document())
          .isEqualTo(bank.said);
      rowsRead += answer.rows.size();
    }
    assertThat(rowsRead).isGreaterThan(ROUNDS);
  }

  /** The file that the bank gets says of each payment what its profile says that it does. */
  @Test
  void whatWasWrittenCanBeTakenApart() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      BankProfile profile = anyProfile(random);
      Layout<PaymentField> layout = profile.payment().layout();
      List<PaymentRow> payments = writable(profile, random);
      String text =
          new String(Payments.write(profile, payments, folder), layout.encoding().charset());
      String end = profile.payment().lineEnd().text();
      int head = layout.header().size() + (layout.names() ? 1 : 0);

      List<String> lines = Arrays.asList(text.split(end, -1));

      assertThat(lines).hasSize(head + payments.size() + layout.trailer().size() + 1);
      assertThat(lines.get(lines.size() - 1)).isEmpty();
      for (PaymentRow payment : payments) {
        byte[] line = lines.get(head + payment.rowNo() - 1).getBytes(layout.encoding().charset());
        Split split = layout.form().split(line, layout.columns(), new Coding(layout.encoding()));
        assertThat(split.values())
            .usingElementComparator(RoundTripTest::comparePadded)
            .isEqualTo(
                layout.columns().stream()
                    .map(cell -> cell.value(field -> payment.text(field, layout.unit())))
                    .toList());
      }
    }
  }

  /** Padding cannot be told from blanks and zeros of the value's own. */
  private static int comparePadded(String one, String other) {
    return one.strip().replaceFirst("^0+", "").compareTo(other.strip().replaceFirst("^0+", ""));
  }

  @Test
  void anAnswerCutOffAnywhereIsNoticed() {
    Random random = new Random(2);
    for (String name : List.of("pipe-gbk", "fixed-width")) {
      BankProfile profile = BankProfile.named(name);
      byte[] whole = new Bank(profile, random).answer(Payments.TWO);
      for (int length = 0; length < whole.length; length++) {
        Answered answer = Answered.read(profile, Arrays.copyOf(whole, length), folder);

        assertThat(answer.report.isSound()).as(name + " " + length).isFalse();
        assertThat(answer.everyLineCounts()).isTrue();
      }
    }
  }

  @Test
  void noBytesAreAnException() {
    Random random = new Random(3);
    int refusedLines = 0;
    for (int round = 0; round < 4 * ROUNDS; round++) {
      BankProfile profile = anyProfile(random);
      byte[] bytes = new Bank(profile, random).answer(writable(profile, random));

      Answered answer = Answered.read(profile, damaged(bytes, random), folder);

      assertThat(answer.everyLineCounts()).isTrue();
      refusedLines += answer.refused.size();
    }
    assertThat(refusedLines).isGreaterThan(ROUNDS);
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    ByteArrayOutputStream damaged = new ByteArrayOutputStream();
    for (byte b : bytes) {
      switch (random.nextInt(100)) {
        case 0 -> damaged.write(random.nextInt(256));
        case 1 -> damaged.write("\n\r\0\",| 9-.".charAt(random.nextInt(10)));
        case 2 -> {
          damaged.write(b);
          damaged.write(b);
        }
        default -> damaged.write(b);
      }
    }
    return damaged.toByteArray();
  }

  private static String said(AnswerRow row) {
    return String.join(
        "/",
        row.reference(),
        row.account(),
        "" + row.amountFen(),
        row.outcome().name(),
        row.code(),
        row.message());
  }

  private static BankProfile anyProfile(Random random) {
    String name = BankProfile.BUILT_IN.get(random.nextInt(BankProfile.BUILT_IN.size()));
    String document = BankProfile.named(name).document();
    for (BankEncoding encoding : BankEncoding.values()) {
      if (random.nextInt(6) == 0 && !name.equals("fixed-width")) {
        document = document.replace("encoding: GBK", "encoding: " + encoding.label());
      }
    }
    if (random.nextBoolean()) {
      document = document.replace("line-end: CRLF", "line-end: LF");
    }
    if (random.nextBoolean() && name.equals("pipe-gbk")) {
      document = document.replace("\"|\"", List.of("tab", "\"^\"", "\",\"").get(random.nextInt(3)));
      document = document.replace("quotes: never", "quotes: always");
    }
    if (random.nextBoolean()) {
      document = document.replace("amount: fen", "amount: yuan");
    }
    return BankProfile.parse(name, document);
  }

  /** Payments that this bank's file can hold; others would be held. */
  private static List<PaymentRow> writable(BankProfile profile, Random random) {
    PaymentCheck check = profile.payment().check();
    List<PaymentRow> rows = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      PaymentRow row =
          Payments.row(
              rows.size() + 1,
              "" + (1 + random.nextLong(1L << 60)),
              name(random),
              1 + random.nextLong(10_000_000_000L),
              name(random),
              random.nextBoolean() ? "" : "402585000018",
              "201703%07d".formatted(random.nextInt(10_000_000)));
      if (check.whyUnwritable(row).isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static String name(Random random) {
    return random
        .ints(1 + random.nextInt(5), 0, SYLLABLES.size())
        .mapToObj(SYLLABLES::get)
        .collect(Collectors.joining());
  }

  /** Answers in the profile's layout with whatever outcome. */
  private static final class Bank {
    private final AnswerLayout answer;
    private final Random random;
    private final Line line;
    private final StringBuilder text = new StringBuilder();

    /** What {@link RoundTripTest#said} must find. */
    final List<String> said = new ArrayList<>();

    Bank(BankProfile profile, Random random) {
      this.answer = profile.answer();
      this.random = random;
      this.line = new Line(answer.layout());
    }

    byte[] answer(List<PaymentRow> payments) {
      Batch batch = Payments.batch(payments);
      answer.layout().header().forEach(cells -> summary(cells, batch));
      if (answer.layout().names()) {
        text.append(line.of(answer.layout().headings(), field -> "")).append("\r\n");
      }
      payments.forEach(this::payment);
      answer.layout().trailer().forEach(cells -> summary(cells, batch));
      return text.toString().getBytes(answer.layout().encoding().charset());
    }

    private void summary(List<Cell<SummaryField>> cells, Batch batch) {
      text.append(line.of(cells, field -> batch.text(field, answer.layout().unit()))).append('\n');
    }

    private void payment(PaymentRow row) {
      List<String> words = answer.statuses().keySet().stream().sorted().toList();
      String status = words.get(random.nextInt(words.size()));
      String code = random.nextBoolean() ? "" : "E" + random.nextInt(1000);
      String message = random.nextBoolean() ? "" : "户名不符";
      text.append(
              line.of(
                  answer.layout().columns(),
                  field ->
                      switch (field) {
                        case REFERENCE -> row.detailNo();
                        case ACCOUNT -> row.account();
                        case AMOUNT -> answer.layout().unit().format(row.amountFen());
                        case STATUS -> status;
                        case CODE -> code;
                        case MESSAGE -> message;
                        case DATE, IGNORED -> "";
                      }))
          .append(random.nextBoolean() ? "\r\n" : "\n");
      Outcome outcome = answer.statuses().get(status);
      said.add(
          String.join(
              "/",
              row.detailNo(),
              row.account(),
              "" + row.amountFen(),
              outcome.name(),
              code,
              message));
    }
  }
}
