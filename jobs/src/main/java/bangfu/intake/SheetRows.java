package bangfu.intake;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;

/** The rows that a sheet holds, one at a time; rows between them that it leaves out are absent. */
final class SheetRows implements Closeable {
  private final Workbook workbook;
  private final XmlPart xml;
  private final CellRanges merged;

  /**
   * What formulas fill beyond their own cell: the other cells of the range look like typed ones.
   */
  private final CellRanges arrayFormulas = new CellRanges();

  private SheetCell[] cells = new SheetCell[32];
  private int width;
  private int row;

  SheetRows(Workbook workbook) throws IOException {
    this.workbook = workbook;
    this.merged = MergedCells.of(workbook);
    this.xml = workbook.sheet();
  }

  /** Moves to the next row there is; false behind the last. */
  boolean next() throws IOException {
    while (xml.nextElementIn("sheetData")) {
      if (xml.isAt("row")) {
        enterRow(xml.intAttribute("r", row + 1));
        readCells();
        return true;
      }
    }
    return false;
  }

  /** From 1. */
  int row() {
    return row;
  }

  /** Up to the last cell with text. */
  int width() {
    return width;
  }

  /**
   * @param column from 0
   */
  SheetCell cell(int column) {
    return column < width && cells[column] != null ? cells[column] : SheetCell.EMPTY;
  }

  private void enterRow(int number) throws RefusedFileException {
    if (number <= row || number > CellReference.MAX_ROWS) {
      throw XlsxPackage.damaged(new IllegalArgumentException("row " + number + " behind " + row));
    }
    row = number;
    Arrays.fill(cells, null);
    width = 0;
    arrayFormulas.enterRow(row);
    merged.enterRow(row);
  }

  private void readCells() throws IOException {
    int column = -1;
    while (xml.nextElementIn("row")) {
      if (xml.isAt("c")) {
        String reference = xml.attribute("r");
        column = reference == null ? column + 1 : CellReference.column(reference);
        put(column, readCell(column));
      }
    }
  }

  private void put(int column, SheetCell cell) throws RefusedFileException {
    if (column >= CellReference.MAX_COLUMNS) {
      throw XlsxPackage.damaged(new IllegalArgumentException("row " + row + " is too wide"));
    }
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.max(column + 1, 2 * cells.length));
    }
    if (merged.hide(column)) {
      return;
    }
    cells[column] = cell;
    width = CellText.isBlank(cell.text()) ? width : Math.max(width, column + 1);
  }

  private SheetCell readCell(int column) throws IOException {
    String type = xml.attribute("t");
    int style = xml.intAttribute("s", 0);
    String value = "";
    String formula = arrayFormulas.cover(column) ? "array" : null;
    while (xml.nextElementIn("c")) {
      if (xml.isAt("v")) {
        value = xml.elementText();
      } else if (xml.isAt("is")) {
        value = SharedStrings.richText(xml, "is");
      } else if (xml.isAt("f")) {
        formula = readFormula();
      }
    }
    if (value.isEmpty()) {
      boolean unknown = formula != null && !"str".equals(type);
      return unknown ? new SheetCell("=" + formula, "实为没有结果的公式", true) : SheetCell.EMPTY;
    }
    return cell(type, style, value, formula != null);
  }

  private String readFormula() throws IOException {
    String range = xml.attribute("ref");
    if ("array".equals(xml.attribute("t")) && range != null) {
      arrayFormulas.add(range);
    }
    return xml.elementText();
  }

  private SheetCell cell(String type, int style, String value, boolean calculated)
      throws RefusedFileException {
    return switch (type == null ? "n" : type) {
      case "s" -> new SheetCell(workbook.sharedStrings().get(value), null, calculated);
      case "b" -> new SheetCell(value.equals("1") ? "TRUE" : "FALSE", null, calculated);
      case "e" -> new SheetCell(value, "实为公式错误值", calculated);
      case "d" -> new SheetCell(withoutMidnight(value), null, calculated);
      case "n" -> number(style, value, calculated);
      default -> new SheetCell(value, null, calculated);
    };
  }

  private static String withoutMidnight(String isoDay) {
    int time = isoDay.indexOf("T00:00:00");
    return time < 0 ? isoDay : isoDay.substring(0, time);
  }

  private SheetCell number(int style, String value, boolean calculated)
      throws RefusedFileException {
    BigDecimal number;
    try {
      number = new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw XlsxPackage.damaged(e);
    }
    if (SheetNumber.isDamaged(number)) {
      return new SheetCell(value, "实为 16 位以上的数字，末几位已被 Excel 改掉；请把该列设为文本后重新录入", calculated);
    }
    String text =
        workbook.styles().isDate(style)
            ? SheetNumber.day(number, workbook.from1904())
            : SheetNumber.plain(number);
    return text == null
        ? new SheetCell(value, "实为无法辨认的数字", calculated)
        : new SheetCell(text, null, calculated);
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
