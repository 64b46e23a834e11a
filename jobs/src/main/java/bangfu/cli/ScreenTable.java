package bangfu.cli;

import java.util.List;
import java.util.function.Consumer;

/** Rows in columns; a Chinese character is two columns wide. */
final class ScreenTable {
  private final List<String[]> rows;

  ScreenTable(List<String[]> rows) {
    this.rows = rows;
  }

  void print(Consumer<String> out) {
    int columns = rows.get(0).length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(row[i]));
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row[i]).append(" ".repeat(widths[i] - width(row[i]) + 2));
      }
      out.accept(line.toString().stripTrailing());
    }
  }

  static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  /** Ideographs, their punctuation and full-width forms. */
  private static boolean isWide(int codePoint) {
    return Character.isIdeographic(codePoint)
        || (codePoint >= 0x3000 && codePoint <= 0x303F)
        || (codePoint >= 0xFF00 && codePoint <= 0xFF60);
  }
}
