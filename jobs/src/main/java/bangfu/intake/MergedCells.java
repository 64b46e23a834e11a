package bangfu.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * The merged ranges of a sheet. Excel shows the first cell of each and nothing else, but a file may
 * still hold values in the others. The list stands behind the rows, so the sheet is read once more
 * for it, though only when the word is in it.
 */
final class MergedCells {
  private static final byte[] WORD = "mergeCell".getBytes(US_ASCII);
  private static final int CHUNK_BYTES = 1 << 16;

  private MergedCells() {}

  static CellRanges of(Workbook workbook) throws IOException {
    CellRanges merged = new CellRanges();
    if (!wordIsIn(workbook)) {
      return merged;
    }
    try (XmlPart xml = workbook.sheet()) {
      while (xml.nextElement()) {
        if (xml.isAt("mergeCell") && xml.attribute("ref") != null) {
          merged.add(xml.attribute("ref"));
        }
      }
    }
    return merged;
  }

  private static boolean wordIsIn(Workbook workbook) throws IOException {
    try (InputStream sheet = workbook.sheetBytes()) {
      return holdsWord(sheet);
    } catch (ZipException | EOFException e) {
      throw XlsxPackage.damaged(e);
    }
  }

  /** No proper prefix of the word is also its end, so a mismatch need only look at the first. */
  private static boolean holdsWord(InputStream in) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    int matched = 0;
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      for (int i = 0; i < read; i++) {
        matched = chunk[i] == WORD[matched] ? matched + 1 : chunk[i] == WORD[0] ? 1 : 0;
        if (matched == WORD.length) {
          return true;
        }
      }
    }
    return false;
  }
}
