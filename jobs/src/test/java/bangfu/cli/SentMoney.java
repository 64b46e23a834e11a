package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What has left, read from the files that were handed over and from nothing else: no line is paid
 * or settled twice, none after it was reversed, and every payment is the sum of its lines less what
 * of them pays recoveries.
 */
final class SentMoney {
  private static final Charset GBK = Charset.forName("GBK");
  private static final List<Map<String, String>> NONE = List.of();

  private final Path out;
  private final Map<String, Payment> payments = new TreeMap<>();
  private final Map<String, List<Payment>> ofLine = new HashMap<>();
  private final Set<String> settled = new HashSet<>();
  private final Set<Path> batches = new HashSet<>();

  /** What the bank said last. */
  enum State {
    UNANSWERED,
    PENDING,
    PAID,
    RETURNED
  }

  /** A row of a bank file. */
  static final class Payment {
    final String detailNo;
    final String account;
    final String yuan;
    State state = State.UNANSWERED;

    private Payment(String detailNo, String account, String yuan) {
      this.detailNo = detailNo;
      this.account = account;
      this.yuan = yuan;
    }

    @Override
    public String toString() {
      return detailNo + " " + yuan + " " + state;
    }
  }

  SentMoney(Path out) {
    this.out = out;
  }

  /** The payments that left, by number. */
  List<Payment> payments() {
    return List.copyOf(payments.values());
  }

  List<Payment> in(State... states) {
    return payments.values().stream().filter(p -> List.of(states).contains(p.state)).toList();
  }

  /** What lies in sent/: folders are never changed once they count. */
  void readSentFolders() {
    for (Path batch : sent()) {
      if (batches.add(batch)) {
        readBank(batch);
        readSettlement(batch, false);
      }
    }
  }

  /** The months' own folders, where what is published counts as sent. */
  void readMonthFolders() {
    for (Path month : months()) {
      readBank(month);
      readSettlement(month, true);
    }
  }

  private void readBank(Path folder) {
    Path details = folder.resolve("bank/detail.csv");
    if (!Files.exists(details)) {
      return;
    }
    Map<String, Map<String, Long>> lines = new HashMap<>();
    for (Map<String, String> row : MonthFolder.rows(details)) {
      lines
          .computeIfAbsent(row.get("明细流水号"), detail -> new TreeMap<>())
          .put(row.get("流水号"), fen(row.get("金额")));
    }
    Map<String, Long> posted = posted();
    Map<String, Long> setOff = setOff();
    Set<String> reversed = reversed();
    for (Path file : files(folder.resolve("bank"), ".*_\\d{6}_\\d{3}\\.csv")) {
      for (String[] row : rows(file)) {
        Payment payment = new Payment(row[7], row[1], row[3]);
        if (payments.putIfAbsent(payment.detailNo, payment) == null) {
          Map<String, Long> parts = lines.get(payment.detailNo);
          assertThat(parts.values().stream().mapToLong(fen -> fen).sum())
              .as("lines of %s", payment)
              .isEqualTo(fen(payment.yuan));
          parts.forEach(
              (line, fen) -> {
                pay(line, payment, reversed);
                assertThat(fen + setOffOf(line, setOff))
                    .as("%s of %s", line, payment)
                    .isEqualTo(posted.get(line));
              });
        }
      }
    }
  }

  /** What pays recoveries of a line since it was paid first, in fen. */
  private long setOffOf(String line, Map<String, Long> setOff) {
    return ofLine.get(line).stream()
        .mapToLong(payment -> setOff.getOrDefault(payment.detailNo + ' ' + line, 0L))
        .sum();
  }

  /** What the lists of set-offs say, by payment and line, in fen. */
  private Map<String, Long> setOff() {
    Set<Map<String, String>> parts = new HashSet<>();
    for (Path folder : Stream.concat(months().stream(), sent().stream()).toList()) {
      Path file = folder.resolve("set_off.csv");
      parts.addAll(Files.exists(file) ? MonthFolder.rows(file) : NONE);
    }
    Map<String, Long> setOff = new HashMap<>();
    for (Map<String, String> part : parts) {
      setOff.merge(part.get("明细流水号") + ' ' + part.get("流水号"), fen(part.get("抵扣金额")), Long::sum);
    }
    return setOff;
  }

  private List<Path> months() {
    return files(out, "\\d{4}-\\d{2}");
  }

  private List<Path> sent() {
    return files(out.resolve("sent"), "\\d{6}-\\d{3}");
  }

  private void pay(String line, Payment payment, Set<String> reversed) {
    assertThat(reversed).as("%s pays a line that was reversed", payment).doesNotContain(line);
    assertThat(settled).as("%s pays a line that was settled", payment).doesNotContain(line);
    List<Payment> before = ofLine.computeIfAbsent(line, l -> new ArrayList<>());
    assertThat(before)
        .as("%s pays %s again", payment, line)
        .allMatch(earlier -> earlier.state == State.RETURNED);
    before.add(payment);
  }

  /**
   * The settlement lists.
   *
   * @param again true when the same list may have been read before
   */
  private void readSettlement(Path folder, boolean again) {
    for (Path file : files(folder.resolve("settlement"), ".*-detail\\.csv")) {
      Set<String> here = new HashSet<>();
      for (Map<String, String> row : MonthFolder.rows(file)) {
        String line = row.get("流水号");
        assertThat(here.add(line)).as("%s twice in %s", line, file).isTrue();
        assertThat(settled.add(line) || again).as("%s is settled again by %s", line, file).isTrue();
        assertThat(ofLine).as("%s is settled and was paid", line).doesNotContainKey(line);
      }
    }
  }

  /** What the ledgers of all months say of each line, in fen. */
  private Map<String, Long> posted() {
    Map<String, Long> posted = new HashMap<>();
    for (Path month : months()) {
      for (Map<String, String> line : MonthFolder.rows(month.resolve("ledger.csv"))) {
        assertThat(posted.put(line.get("流水号"), fen(line.get("金额")))).isNull();
      }
    }
    return posted;
  }

  private Set<String> reversed() {
    Set<String> reversed = new HashSet<>();
    for (Path month : months()) {
      for (Map<String, String> line : MonthFolder.rows(month.resolve("ledger.csv"))) {
        if (!line.get("原流水号").isEmpty()) {
          assertThat(reversed.add(line.get("原流水号"))).as("reversed twice: %s", line).isTrue();
        }
      }
    }
    return reversed;
  }

  private static long fen(String yuan) {
    return Long.parseLong(yuan.replace(".", ""));
  }

  private static List<String[]> rows(Path file) {
    try {
      return Files.readAllLines(file, GBK).stream().skip(1).map(r -> r.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String name) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(f -> f.getFileName().toString().matches(name)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
