package bangfu.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** The first sheet of a workbook; a row that the sheet leaves out is a blank line. */
final class XlsxLines implements LineCursor {
  /** What reports name the encoding of a workbook. */
  static final String ENCODING = "XLSX";

  private final Workbook workbook;
  private final SheetRows rows;
  private int number;
  private boolean ended;

  private XlsxLines(Workbook workbook) throws IOException {
    this.workbook = workbook;
    this.rows = new SheetRows(workbook);
  }

  /**
   * @throws RefusedFileException when the file is no workbook, is damaged, or may do harm
   */
  static XlsxLines open(Path file) throws IOException {
    Workbook workbook = Workbook.open(file);
    try {
      return new XlsxLines(workbook);
    } catch (IOException e) {
      workbook.close();
      throw e;
    }
  }

  @Override
  public boolean next() throws IOException {
    if (number == rows.row() && !ended) {
      ended = !rows.next();
    }
    if (ended) {
      return false;
    }
    number++;
    return true;
  }

  private boolean isGap() {
    return number < rows.row();
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public Fault damage() {
    return null;
  }

  @Override
  public int fieldCount() {
    return isGap() ? 0 : rows.width();
  }

  /** Cells behind the header's last have no column; cells that are left out are empty. */
  @Override
  public boolean fits(int headerFieldCount) {
    return fieldCount() <= headerFieldCount;
  }

  /** Every cell says in which column it is. */
  @Override
  public boolean placesAreSure(int headerFieldCount) {
    return true;
  }

  @Override
  public String whole() {
    return new String(raw(), UTF_8);
  }

  @Override
  public String text(int field) {
    return isGap() ? "" : rows.cell(field).text();
  }

  @Override
  public String damage(int field, ColumnType type) {
    return isGap() ? null : rows.cell(field).damage(type);
  }

  @Override
  public byte[] raw() {
    Object[] texts = new Object[fieldCount()];
    for (int field = 0; field < texts.length; field++) {
      texts[field] = text(field).replace('\r', ' ').replace('\n', ' ');
    }
    return CSVFormat.RFC4180.format(texts).getBytes(UTF_8);
  }

  @Override
  public String encoding() {
    return ENCODING;
  }

  @Override
  public List<String> notes() {
    List<String> sheets = workbook.sheetNames();
    return sheets.size() == 1
        ? List.of()
        : List.of("工作簿有 %d 张工作表，只读第一张「%s」".formatted(sheets.size(), sheets.get(0)));
  }

  @Override
  public void close() throws IOException {
    try (workbook) {
      rows.close();
    }
  }
}
