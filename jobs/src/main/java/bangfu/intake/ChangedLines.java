package bangfu.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * A CSV file beside an earlier one of its table, of which it repeats nearly every line: only what
 * differs is decoded and converted. What a line says follows from its bytes, the encoding, the
 * header and the program; the first three are compared here, the last is the caller's to know.
 */
public final class ChangedLines {
  private static final byte[] LINE_END = {'\r', '\n'};

  private final DeliveredFile file;
  private final TextEncoding encoding;
  private final byte[] header;
  private final int headerLines;
  private final LineDifference difference;

  private ChangedLines(
      DeliveredFile file,
      TextEncoding encoding,
      byte[] header,
      int headerLines,
      LineDifference difference) {
    this.file = file;
    this.encoding = encoding;
    this.header = header;
    this.headerLines = headerLines;
    this.difference = difference;
  }

  /**
   * Compares a file with an earlier one.
   *
   * @param before an accepted file of the same table
   * @param contentBefore its bytes; closed here
   * @param rejectedBefore the numbers of its rejected lines
   * @return null when the whole file has to be read: it is no CSV, has another encoding or header,
   *     or too little of it was there before
   */
  public static ChangedLines between(
      DeliveredFile file, FileReport before, InputStream contentBefore, BitSet rejectedBefore)
      throws IOException {
    Path path = file.paths().get(0);
    try (InputStream earlier = contentBefore;
        InputStream later = Files.newInputStream(path)) {
      if (!isCsv(file) || !TextEncoding.of(path, file.table()).label().equals(before.encoding())) {
        return null;
      }
      TextEncoding encoding = TextEncoding.labelled(before.encoding());
      LineBytes linesBefore = new LineBytes(encoding.behindMark(earlier));
      LineBytes lines = new LineBytes(encoding.behindMark(later));
      int headerLines = Math.toIntExact(before.headerLines());
      byte[] header = header(lines, headerLines);
      if (!Arrays.equals(header, header(linesBefore, headerLines))) {
        return null;
      }
      LineDifference difference =
          new LineDifference(
              linesBefore, lines, headerLines, rejectedBefore, before.physicalLines());
      return difference.compare()
          ? new ChangedLines(file, encoding, header, headerLines, difference)
          : null;
    } catch (RefusedFileException e) {
      return null; // whoever reads all of it says why
    }
  }

  private static boolean isCsv(DeliveredFile file) {
    return !file.inBothForms() && file.paths().get(0).toString().endsWith(".csv");
  }

  /** The lines up to the header, each with a line end. */
  private static byte[] header(LineBytes lines, int count) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    for (int i = 0; i < count && lines.next(); i++) {
      header.writeBytes(lines.copy());
      header.writeBytes(LINE_END);
    }
    return header.toByteArray();
  }

  /**
   * Gives out what reading the whole file would give out, but for the rows of lines that were there
   * before. That a row of this file has the key of one of those is not seen here.
   *
   * @return the report of the whole file
   */
  public FileReport read(Fingerprint fingerprint, RowSink sink) throws IOException {
    LineSource source = () -> lines(difference.toRead(), difference.lines());
    return new FileReading(file, fingerprint, source, sink).run(difference.sameRows());
  }

  /** Gives out the accepted rows of the earlier file whose lines this one does not have. */
  public void forEachGone(Consumer<Row> consumer) throws IOException {
    try (LineCursor lines = lines(difference.gone(), Integer.MAX_VALUE)) {
      RowMapper mapper = new RowMapper(file.table(), HeaderSearch.in(lines, file.table()).header());
      while (lines.next()) {
        if (!lines.isBlank()) {
          consumer.accept(mapper.map(lines, new ArrayList<>()));
        }
      }
    }
  }

  /** The header and some lines. */
  private LineCursor lines(SortedMap<Integer, byte[]> some, int end) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(header);
    for (byte[] line : some.values()) {
      content.writeBytes(line);
      content.writeBytes(LINE_END);
    }
    int[] numbers = some.keySet().stream().mapToInt(Integer::intValue).toArray();
    return new CsvLines(
        new ByteArrayInputStream(content.toByteArray()), encoding, new Numbers(numbers, end));
  }

  /** The numbers of the header's lines, then those of the others. */
  private final class Numbers implements CsvLines.LineNumbers {
    private final int[] others;
    private final int end;
    private int read;

    Numbers(int[] others, int end) {
      this.others = others;
      this.end = end;
    }

    @Override
    public int after(int last) {
      int at = read++ - headerLines;
      return at < 0 ? last + 1 : others[at];
    }

    @Override
    public int end(int last) {
      return end;
    }
  }
}
