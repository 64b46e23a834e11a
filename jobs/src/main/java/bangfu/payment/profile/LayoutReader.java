package bangfu.payment.profile;

import bangfu.payment.profile.ProfileException.Expected;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reads the layout of a file from its section of a profile. */
final class LayoutReader {
  /** The keys of a section that say how a file is laid out. */
  static final List<String> KEYS =
      List.of("encoding", "separator", "quotes", "amount", "names", "header", "columns", "trailer");

  private static final int MOST_BYTES = 1000;
  private static final String TAB = "tab";

  private final Section section;
  private final Form form;

  private LayoutReader(Section section) {
    this.section = section;
    this.form = form(section);
  }

  /** Whether a row of column names is there. */
  private enum Names {
    TRUE,
    FALSE
  }

  private enum Align {
    LEFT,
    RIGHT
  }

  /** Keys that a section has besides those of a layout. */
  static String[] keysWith(String... more) {
    return Stream.concat(KEYS.stream(), Arrays.stream(more)).toArray(String[]::new);
  }

  static <F extends Field> Layout<F> read(Section section, List<F> fields) {
    return new LayoutReader(section).layout(fields);
  }

  private <F extends Field> Layout<F> layout(List<F> fields) {
    List<Cell<F>> columns = cells(section.sections("columns"), fields);
    if (columns.isEmpty()) {
      throw section.wrong("columns", Expected.VALUE, "", null);
    }
    boolean names = section.word("names", Names.class, Names.FALSE) == Names.TRUE;
    for (Section column : names ? section.sections("columns") : List.<Section>of()) {
      column.text("name");
    }
    return new Layout<>(
        section.word("encoding", List.of(BankEncoding.values()), BankEncoding::label),
        form,
        section.word("amount", AmountUnit.class, null),
        names,
        summaries("header"),
        columns,
        summaries("trailer"));
  }

  private static Form form(Section section) {
    if (!section.has("separator")) {
      if (section.has("quotes")) {
        throw section.wrong("quotes", Expected.SEPARATOR_OR_WIDTH, "", section.text("quotes"));
      }
      return new FixedWidth();
    }
    return new Separated(
        separator(section), section.word("quotes", Separated.Quotes.class, Separated.Quotes.NEVER));
  }

  private static char separator(Section section) {
    String text = section.text("separator");
    if (text.equals(TAB)) {
      return '\t';
    }
    char first = text.isEmpty() ? '"' : text.charAt(0);
    boolean usable =
        first > ' ' && first < 0x7f && first != '"' && !Character.isLetterOrDigit(first);
    if (text.length() != 1 || !usable) {
      throw section.wrong("separator", Expected.CHARACTER, "", text);
    }
    return first;
  }

  private List<List<Cell<SummaryField>>> summaries(String key) {
    return section.rows(key).stream()
        .map(row -> cells(row, List.of(SummaryField.values())))
        .toList();
  }

  private <F extends Field> List<Cell<F>> cells(List<Section> sections, List<F> fields) {
    return sections.stream().map(cell -> cell(cell, fields)).toList();
  }

  private <F extends Field> Cell<F> cell(Section cell, List<F> fields) {
    cell.only(
        form.isFixed()
            ? new String[] {"name", "field", "text", "width", "align", "pad"}
            : new String[] {"name", "field", "text", "length"});
    if (cell.has("field") == cell.has("text")) {
      throw cell.wrong("", Expected.FIELD_OR_TEXT, "", cell.values());
    }
    F field = cell.has("field") ? cell.word("field", fields, Field::word) : null;
    return new Cell<>(
        cell.text("name", ""),
        field,
        cell.text("text", ""),
        bytes(cell),
        cell.word("align", Align.class, Align.LEFT) == Align.RIGHT,
        pad(cell, field));
  }

  private int bytes(Section cell) {
    if (form.isFixed() && !cell.has("width")) {
      throw cell.wrong("width", Expected.SEPARATOR_OR_WIDTH, "", null);
    }
    return cell.number(form.isFixed() ? "width" : "length", 1, MOST_BYTES, 0);
  }

  /** Zeros before a number stay the number; anywhere else padding must be told from the value. */
  private static char pad(Section cell, Field field) {
    String pad = cell.text("pad", " ");
    if (!pad.equals(" ") && !pad.equals("0")) {
      throw cell.wrong("pad", Expected.ONE_OF, "' ', '0'", pad);
    }
    boolean number = field != null && field.isNumber() && cell.text("align", "").equals("right");
    if (pad.equals("0") && !number) {
      throw cell.wrong("pad", Expected.NUMBER_PADDING, "", pad);
    }
    return pad.charAt(0);
  }
}
