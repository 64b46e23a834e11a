package bangfu.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The texts that the cells of a workbook refer to by number. */
final class SharedStrings {
  private final List<String> texts;

  private SharedStrings(List<String> texts) {
    this.texts = texts;
  }

  static SharedStrings none() {
    return new SharedStrings(List.of());
  }

  static SharedStrings read(XmlPart xml) throws IOException {
    List<String> texts = new ArrayList<>();
    while (xml.nextElement()) {
      if (xml.isAt("si")) {
        texts.add(richText(xml, "si"));
      }
    }
    return new SharedStrings(texts);
  }

  /** The runs of a text, without the phonetic guides that some of them carry. */
  static String richText(XmlPart xml, String element) throws IOException {
    StringBuilder runs = new StringBuilder();
    while (xml.nextElementIn(element)) {
      if (xml.isAt("rPh")) {
        xml.elementText();
      } else if (xml.isAt("t")) {
        runs.append(xml.elementText());
      }
    }
    return runs.toString();
  }

  /**
   * @param number as the cell gives it, from 0
   */
  String get(String number) throws RefusedFileException {
    try {
      return texts.get(Integer.parseInt(number));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw XlsxPackage.damaged(e);
    }
  }
}
