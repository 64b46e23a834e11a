package bangfu.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import bangfu.intake.Column;
import bangfu.intake.ColumnType;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes the next night's delivery of one: of every hundred rows one has another text or amount. */
final class ChangedDelivery {
  private static final int ONE_IN = 100;

  private final Random random = new Random(1);
  private long rows;
  private long changed;

  /** Changes the CSV files of a sample's folder, which have no quotes. */
  void change(Path folder) throws IOException {
    for (Table table : Tables.standard().all()) {
      Path file = folder.resolve(table.name() + ".csv");
      if (Files.exists(file)) {
        byte[] bytes = Files.readAllBytes(file);
        Charset charset = charset(bytes);
        List<String> lines = new ArrayList<>(new String(bytes, charset).lines().toList());
        int column = column(table, lines.get(0));
        boolean money = column >= 0 && isMoney(table, lines.get(0), column);
        for (int i = 1; i < lines.size(); i++) {
          rows++;
          if (column >= 0 && random.nextInt(ONE_IN) == 0) {
            lines.set(i, changed(lines.get(i), column, money));
            changed++;
          }
        }
        Files.writeString(file, String.join("\r\n", lines) + "\r\n", charset);
      }
    }
  }

  private static Charset charset(byte[] bytes) {
    boolean utf8 = !new String(bytes, UTF_8).contains("\uFFFD");
    return utf8 ? UTF_8 : Charset.forName("GB18030");
  }

  /** A column of text or money outside the key, -1 for none. */
  private static int column(Table table, String header) {
    List<String> names = Arrays.asList(header.replace("\uFEFF", "").split(",", -1));
    return table.columns().stream()
        .filter(column -> !table.key().contains(column.name()) && isChangeable(column))
        .mapToInt(column -> names.indexOf(column.name()))
        .findFirst()
        .orElse(-1);
  }

  private static boolean isChangeable(Column column) {
    return (column.type() == ColumnType.TEXT || column.type() == ColumnType.MONEY)
        && !column.name().endsWith("代码");
  }

  private static boolean isMoney(Table table, String header, int column) {
    String name = header.replace("\uFEFF", "").split(",", -1)[column];
    return table.columns().get(table.index(name)).type() == ColumnType.MONEY;
  }

  private static String changed(String line, int column, boolean money) {
    String[] cells = line.split(",", -1);
    cells[column] = money ? "1" + cells[column] : cells[column] + "甲";
    return String.join(",", cells);
  }

  @Override
  public String toString() {
    return "%,d of %,d rows changed".formatted(changed, rows);
  }
}
