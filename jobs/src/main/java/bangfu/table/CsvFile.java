package bangfu.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A CSV file while it is written: RFC 4180, CRLF, one header row, strict encoding. Folders above it
 * are created and an older file is replaced. Every failure is an {@link UncheckedIOException}, for
 * rows are mostly written inside the callback of a query; a character that the encoding lacks is
 * one, at the latest on close.
 *
 * <p>Only cells that need quotes get them: Commons CSV would also quote a first cell that begins
 * with a Chinese character, the header of nearly every output.
 */
public final class CsvFile implements AutoCloseable {
  private static final int BUFFER_CHARS = 1 << 13;
  private static final String LINE_END = "\r\n";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path path;
  private final boolean forPeople;
  private final MessageDigest digest = newSha256();
  private final Writer out;
  private long rows;
  private String sha256;

  private CsvFile(Path path, Charset charset, boolean forPeople) throws IOException {
    this.path = path;
    this.forPeople = forPeople;
    Files.createDirectories(path.toAbsolutePath().getParent());
    OutputStream hashed = new DigestOutputStream(Files.newOutputStream(path), digest);
    this.out =
        new BufferedWriter(
            new OutputStreamWriter(
                hashed,
                charset
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            BUFFER_CHARS);
  }

  /** A file for people: UTF-8 with a byte order mark, and no cell that is a formula. */
  public static CsvFile utf8Bom(Path path, String... headers) {
    return open(path, StandardCharsets.UTF_8, true, headers);
  }

  /** A file for a program that reads only this charset; no byte order mark. */
  public static CsvFile strict(Path path, Charset charset, String... headers) {
    return open(path, charset, false, headers);
  }

  private static CsvFile open(Path path, Charset charset, boolean forPeople, String... headers) {
    try {
      CsvFile file = new CsvFile(path, charset, forPeople);
      if (forPeople) {
        file.out.write(BYTE_ORDER_MARK);
      }
      file.write((Object[]) headers);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a row; null is an empty cell, anything else its {@code toString()}. */
  public void row(Object... cells) {
    try {
      write(cells);
      rows++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Object... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      if (cells[i] != null) {
        String cell = cells[i].toString();
        out.write(quoted(forPeople ? FormulaGuard.guarded(cell) : cell));
      }
    }
    out.write(LINE_END);
  }

  private static String quoted(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ',' || c == '"' || c == '\r' || c == '\n') {
        return '"' + cell.replace("\"", "\"\"") + '"';
      }
    }
    return cell;
  }

  public Path path() {
    return path;
  }

  /** Rows so far, the header not counted. */
  public long rows() {
    return rows;
  }

  /**
   * SHA-256 of the whole file, lower-case hex.
   *
   * @throws IllegalStateException before the file is closed
   */
  public String sha256() {
    if (sha256 == null) {
      throw new IllegalStateException("expected a closed file: " + path.getFileName());
    }
    return sha256;
  }

  @Override
  public void close() {
    if (sha256 != null) {
      return;
    }
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sha256 = HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
