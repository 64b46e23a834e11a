package bangfu.intake;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Which of a workbook's cell styles show a number as a day. */
final class CellStyles {
  private static final BitSet BUILT_IN_DATES = new BitSet();

  static {
    BUILT_IN_DATES.set(14, 18);
    BUILT_IN_DATES.set(22);
    // In Chinese and other East Asian Excel; 32 to 35, 55 and 56 are times.
    BUILT_IN_DATES.set(27, 32);
    BUILT_IN_DATES.set(36);
    BUILT_IN_DATES.set(50, 55);
    BUILT_IN_DATES.set(57, 59);
  }

  private final BitSet dates;

  private CellStyles(BitSet dates) {
    this.dates = dates;
  }

  static CellStyles none() {
    return new CellStyles(new BitSet());
  }

  static CellStyles read(XmlPart xml) throws IOException {
    Map<Integer, String> customFormats = new HashMap<>();
    BitSet dates = new BitSet();
    while (xml.nextElement()) {
      if (xml.isAt("numFmt") && xml.attribute("formatCode") != null) {
        customFormats.put(xml.intAttribute("numFmtId", 0), xml.attribute("formatCode"));
      } else if (xml.isAt("cellXfs")) {
        readCellFormats(xml, customFormats, dates);
      }
    }
    return new CellStyles(dates);
  }

  private static void readCellFormats(XmlPart xml, Map<Integer, String> custom, BitSet dates)
      throws IOException {
    int style = 0;
    while (xml.nextElementIn("cellXfs")) {
      if (xml.isAt("xf")) {
        int format = xml.intAttribute("numFmtId", 0);
        String code = custom.get(format);
        dates.set(style++, code == null ? isBuiltInDate(format) : isDate(code));
      }
    }
  }

  private static boolean isBuiltInDate(int format) {
    return format >= 0 && BUILT_IN_DATES.get(format);
  }

  /** Whether cells of this style hold days. */
  boolean isDate(int style) {
    return style >= 0 && dates.get(style);
  }

  /** A format shows a day when it has a year or a day, or a month that is not minutes. */
  static boolean isDate(String formatCode) {
    String letters = letters(formatCode);
    boolean month = letters.indexOf('m') >= 0;
    boolean time = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
    return letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0 || (month && !time);
  }

  /** What is left of the first section without quoted, bracketed and escaped characters. */
  private static String letters(String formatCode) {
    StringBuilder letters = new StringBuilder();
    char closing = 0;
    for (int i = 0; i < formatCode.length(); i++) {
      char c = formatCode.charAt(i);
      if (closing != 0) {
        closing = c == closing ? 0 : closing;
      } else if (c == '"') {
        closing = '"';
      } else if (c == '[') {
        closing = ']';
      } else if (c == '\\' || c == '_' || c == '*') {
        i++;
      } else if (c == ';') {
        break;
      } else {
        letters.append(c);
      }
    }
    String lower = letters.toString().toLowerCase(Locale.ROOT);
    return lower.equals("general") ? "" : lower;
  }
}
