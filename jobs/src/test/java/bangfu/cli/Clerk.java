package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.batch.Departments;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A clerk at the command line: the departments' files go in, the program's files come out. */
final class Clerk extends Departments {
  private final Path folder;
  private final String url;
  private String screen = "";

  Clerk(Path folder, String url) {
    this.folder = folder;
    this.url = url;
  }

  /** Types a command and returns its exit code. */
  int types(String... words) {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    String[] typed = typed(words).toArray(String[]::new);
    int exit = Main.run(Terminal.of(writer, writer, typed), typed);
    screen = said.toString();
    return exit;
  }

  /** The whole command, with the options that every one of them gets. */
  List<String> typed(String... words) {
    List<String> command = new ArrayList<>(Arrays.asList(words));
    command.addAll(List.of("--db", url, "--log", folder.resolve("log").toString(), "--quiet"));
    if (!command.contains("--lang")) {
      command.addAll(List.of("--lang", "zh"));
    }
    return command;
  }

  /** Types a command under another account of the system. */
  int typesAs(String user, String... words) {
    String before = System.getProperty("user.name");
    System.setProperty("user.name", user);
    try {
      return types(words);
    } finally {
      System.setProperty("user.name", before);
    }
  }

  /** What the last command said. */
  String screen() {
    return screen;
  }

  /** Runs months, each with a delivery of all tables as they stand. */
  void runs(String... months) {
    for (String month : months) {
      Path delivery = deliverTo(folder.resolve("month"));
      int exit = types("run", "--month", month, "--extracts", text(delivery), "--out", text(out()));
      assertThat(exit).as(screen).isZero();
    }
  }

  /** The nightly import of all tables as they stand. */
  void imports(String asOf, String... options) {
    List<String> words = new ArrayList<>(List.of("import", "--as-of", asOf));
    words.addAll(List.of("--extracts", text(deliverTo(folder.resolve("night")))));
    words.addAll(List.of("--out", text(out())));
    words.addAll(Arrays.asList(options));
    int exit = types(words.toArray(String[]::new));
    assertThat(exit).as(screen + found("imports/" + asOf)).isZero();
  }

  /** What the checks found, for a failure's message. */
  private String found(String place) {
    Path quality = out().resolve(place).resolve("quality.csv");
    return Files.exists(quality) ? MonthFolder.rows(quality).toString() : "";
  }

  /** What a recalculation finds: 户编号 条款 归属期间 差额 更正原因 of each sum that differs. */
  List<String> recalculates(String... options) {
    differences(options);
    return shown(
        MonthFolder.rows(folder.resolve("differences.csv")), "户编号", "条款", "归属期间", "差额", "更正原因");
  }

  /** The facts that a recalculation names, each once. */
  List<String> changedFacts(String... options) {
    differences(options);
    return MonthFolder.rows(folder.resolve("differences.csv")).stream()
        .map(row -> row.get("变化事实"))
        .distinct()
        .toList();
  }

  private void differences(String... options) {
    List<String> words = new ArrayList<>(List.of("recalculate"));
    words.addAll(Arrays.asList(options));
    words.addAll(List.of("--csv", text(folder.resolve("differences.csv"))));
    assertThat(types(words.toArray(String[]::new))).as(screen).isZero();
  }

  /** Posts what a recalculation finds. */
  void posts(String reason, String... options) {
    List<String> words = new ArrayList<>(List.of("recalculate", "--post", "--reason", reason));
    words.addAll(List.of("--as", "王会计", "--out", text(out())));
    words.addAll(Arrays.asList(options));
    assertThat(types(words.toArray(String[]::new))).as(screen).isZero();
  }

  /** Some columns of each row of a month's file, joined by blanks. */
  List<String> reads(String month, String file, String... columns) {
    return shown(new MonthFolder(out().resolve(month)).rows(file), columns);
  }

  private static List<String> shown(List<Map<String, String>> rows, String... columns) {
    return rows.stream()
        .map(row -> String.join(" ", Arrays.stream(columns).map(row::get).toList()).strip())
        .toList();
  }

  /** The net in fen of every sum that is not 0, over the ledgers of all months. */
  Map<String, Long> net() {
    Map<String, Long> net = new TreeMap<>();
    for (Path month : months()) {
      for (Map<String, String> line : new MonthFolder(month).rows("ledger.csv")) {
        String sum =
            String.join(" ", line.get("户编号"), line.get("条款"), line.get("对象"), line.get("归属期间"));
        long fen = Long.parseLong(line.get("金额").replace(".", ""));
        net.merge(sum, fen, Long::sum);
      }
    }
    net.values().removeIf(fen -> fen == 0);
    return net;
  }

  private List<Path> months() {
    try (Stream<Path> folders = Files.list(out())) {
      return folders.filter(f -> f.getFileName().toString().matches("\\d{4}-\\d\\d")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path out() {
    return folder.resolve("out");
  }

  private static String text(Path path) {
    return path.toString();
  }
}
