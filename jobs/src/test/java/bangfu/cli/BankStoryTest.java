package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stories of the payment office, through the command line with real files: 王办 runs the month, 李审
 * approves and sends, 赵出纳 hands in what the bank answers.
 */
class BankStoryTest {
  private static final Charset GBK = Charset.forName("GBK");
  private static final String NAMES = "明细流水号,收款账号,金额,状态,返回码,日期,说明";

  @TempDir Path folder;
  private String url;

  /** A row of a bank file, as the bank got it. */
  private record Payment(String account, String yuan, String detailNo) {
    static Payment of(String row) {
      String[] cells = row.split(",", -1);
      return new Payment(cells[1], cells[3], cells[7]);
    }

    String answer(String status, String day) {
      return String.join(",", detailNo, account, yuan, status, "", day, "");
    }
  }

  @BeforeEach
  void march() throws IOException {
    url = TestServer.H2.newDatabase(folder);
    assertThat(bangfu("sample", "--households=60", "--out=" + folder.resolve("extracts"))).isZero();
    assertThat(run("2017-03", folder.resolve("extracts"))).isZero();
    approveAndSend("2017-03");
  }

  @Test
  void aReturnedPaymentGoesToTheCorrectedAccount() throws IOException {
    List<Payment> sent = sent("201703-001");
    Payment closed = sent.get(0);
    assertThat(hand("april-3.csv", answers(sent, closed, "失败", "2017-04-03"))).isZero();

    String corrected = correctAccount(closed.account());
    assertThat(run("2017-04", folder.resolve("extracts"))).isZero();
    assertThat(bank("reissue")).isZero();
    approveAndSend("2017-04");

    List<Payment> again =
        sentFiles("201704-").stream()
            .filter(payment -> payment.detailNo().equals(closed.detailNo() + "R1"))
            .toList();
    assertThat(again)
        .containsExactly(new Payment(corrected, closed.yuan(), closed.detailNo() + "R1"));
    assertThat(bank("reissue")).as("nothing is left to pay anew").isEqualTo(ExitCodes.FAILED);
  }

  @Test
  void theSameFileTwiceCountsOnce() throws IOException {
    List<Payment> sent = sent("201703-001");
    List<String> rows = answers(sent, sent.get(0), "失败", "2017-04-03");
    assertThat(hand("april-3.csv", rows)).isZero();

    assertThat(hand("copy-of-april-3.csv", rows)).isZero();
    assertThat(bank("reissue")).isZero();
    assertThat(hand("another-copy.csv", rows)).isZero();
    assertThat(bank("reissue")).as("the copy brought nothing back").isEqualTo(ExitCodes.FAILED);
  }

  @Test
  void aSuccessAfterAFailureIsTakenOnlyWithAnOverride() throws IOException {
    List<Payment> sent = sent("201703-001");
    Payment doubtful = sent.get(0);
    hand("april-3.csv", answers(sent, doubtful, "失败", "2017-04-03"));
    List<String> opposite = List.of(doubtful.answer("成功", "2017-04-04"));

    assertThat(hand("april-4.csv", opposite)).isEqualTo(ExitCodes.DONE_WITH_DEFECTS);
    List<String> rejects = rejects();
    assertThat(rejects).hasSize(2);
    assertThat(rejects.get(1)).startsWith("2,状态," + doubtful.detailNo()).contains("CONTRADICTION");

    assertThat(hand("april-4.csv", opposite, "--override")).isZero();
    assertThat(bank("reissue")).as("it was paid after all").isEqualTo(ExitCodes.FAILED);
  }

  @Test
  void aPaidPaymentThatComesBackLaterIsPaidAnew() throws IOException {
    List<Payment> sent = sent("201703-001");
    Payment back = sent.get(0);
    assertThat(hand("april-3.csv", answers(sent, back, "成功", "2017-04-03"))).isZero();

    assertThat(hand("april-6.csv", List.of(back.answer("退票", "2017-04-06")))).isZero();

    assertThat(bank("reissue", "--detail", back.detailNo())).isZero();
  }

  @Test
  void onceTheMonthIsClosedTheNextRunPaysAnew() throws IOException {
    List<Payment> sent = sent("201703-001");
    Payment back = sent.get(0);
    hand("april-3.csv", answers(sent, back, "失败", "2017-04-03"));
    assertThat(decide("close", "--month=2017-03")).isZero();

    assertThat(bank("reissue")).isZero();
    verify();
    assertThat(run("2017-04", folder.resolve("extracts"))).isZero();
    approveAndSend("2017-04");
    verify();

    assertThat(sentFiles("201704-"))
        .filteredOn(payment -> payment.detailNo().equals(back.detailNo() + "R1"))
        .hasSize(1);
  }

  @Test
  void aFileOfAnotherProfileIsRefusedWhole() throws IOException {
    assertThat(hand("pipe.txt", List.of("x|y|z"))).isEqualTo(ExitCodes.DONE_WITH_DEFECTS);
    assertThat(bank("return", folder.resolve("none.csv").toString()))
        .isEqualTo(ExitCodes.WRONG_USAGE);
    assertThat(bangfu("bank")).isEqualTo(ExitCodes.WRONG_USAGE);
    assertThat(bangfu("bank", "status", "--db=" + url, "--csv")).isZero();
    assertThat(bangfu("bank", "status", "--db=" + url, "--month=2017-03")).isZero();
  }

  @Test
  void aWrittenOffPaymentStaysInTheListOfHeldMoney() throws IOException {
    List<Payment> sent = sent("201703-001");
    Payment back = sent.get(0);
    hand("april-3.csv", answers(sent, back, "失败", "2017-04-03"));

    assertThat(bank("write-off", "--detail", back.detailNo())).isZero();
    assertThat(run("2017-03", null)).isZero();
    verify();

    assertThat(Files.readString(folder.resolve("out/2017-03/bank/held.csv")))
        .contains("WRITTEN_OFF");
    assertThat(bank("write-off", "--detail", back.detailNo())).isEqualTo(ExitCodes.FAILED);
  }

  private void verify() {
    assertThat(bangfu("verify", "--db=" + url, "--out=" + out())).isZero();
  }

  private static int bangfu(String... words) {
    return Main.run(Stream.concat(Stream.of(words), Stream.of("--quiet")).toArray(String[]::new));
  }

  private int run(String month, Path extracts) {
    List<String> words =
        List.of("run", "--month=" + month, "--as=王办", "--db=" + url, "--out=" + out());
    return bangfu(
        Stream.concat(
                words.stream(),
                extracts == null ? Stream.empty() : Stream.of("--extracts=" + extracts))
            .toArray(String[]::new));
  }

  private Path out() {
    return folder.resolve("out");
  }

  /** A step of another person, who works under another account of the system. */
  private int decide(String step, String... more) {
    String user = System.getProperty("user.name");
    System.setProperty("user.name", "shen");
    try {
      List<String> words = List.of(step, "--as=李审", "--reason=核对无误", "--db=" + url);
      return bangfu(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
    } finally {
      System.setProperty("user.name", user);
    }
  }

  private void approveAndSend(String month) {
    assertThat(decide("approve", "--month=" + month)).isZero();
    assertThat(decide("send", "--month=" + month, "--out=" + out())).isZero();
  }

  private int bank(String step, String... more) {
    List<String> words = List.of("bank", step, "--as=赵出纳", "--reason=银行回盘", "--db=" + url);
    return bangfu(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private int hand(String name, List<String> rows, String... more) throws IOException {
    Path file = folder.resolve(name);
    String lines = NAMES + "\r\n" + String.join("\r\n", rows) + "\r\n";
    Files.writeString(file, name.endsWith(".csv") ? lines : lines.substring(1), GBK);
    List<String> words = List.of(file.toString(), "--out=" + out());
    return bank("return", Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
  }

  /** Everything was paid on 3 April, except for one payment. */
  private static List<String> answers(List<Payment> sent, Payment one, String status, String day) {
    return sent.stream().map(p -> p.answer(p.equals(one) ? status : "成功", day)).toList();
  }

  /** The payments of a sent batch, in all its bank files. */
  private List<Payment> sent(String batch) throws IOException {
    try (Stream<Path> files = Files.list(out().resolve("sent").resolve(batch).resolve("bank"))) {
      return files
          .filter(file -> file.toString().matches(".*_\\d{3}\\.csv"))
          .sorted()
          .flatMap(file -> rows(file).stream())
          .toList();
    }
  }

  private List<Payment> sentFiles(String month) throws IOException {
    try (Stream<Path> batches = Files.list(out().resolve("sent"))) {
      Stream.Builder<Payment> all = Stream.builder();
      for (Path batch :
          batches.filter(b -> b.getFileName().toString().startsWith(month)).toList()) {
        if (Files.isDirectory(batch.resolve("bank"))) {
          sent(batch.getFileName().toString()).forEach(all);
        }
      }
      return all.build().toList();
    }
  }

  private static List<Payment> rows(Path file) {
    try {
      return Files.readAllLines(file, GBK).stream().skip(1).map(Payment::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The only rejects file below bank-returns/, line by line. */
  private List<String> rejects() throws IOException {
    try (Stream<Path> files = Files.walk(out().resolve("bank-returns"))) {
      return Files.readAllLines(
          files.filter(Files::isRegularFile).findFirst().orElseThrow(), StandardCharsets.UTF_8);
    }
  }

  /** The bureau mends an account: its last four digits are 4321 now. */
  private String correctAccount(String account) throws IOException {
    String corrected = account.substring(0, account.length() - 4) + "4321";
    Path table = folder.resolve("extracts/cz_account.csv");
    byte[] bytes = Files.readAllBytes(table);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(account);
    Files.writeString(table, text.replace(account, corrected), StandardCharsets.ISO_8859_1);
    return corrected;
  }
}
