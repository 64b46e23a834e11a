package bangfu.register;

import bangfu.database.Compressed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivered bytes by their SHA-256, so that "file, line" still means something years later; the
 * same bytes are kept once. Two files of one table are one behind the other, as in the SHA-256.
 */
public final class Archive {
  private static final int PART_BYTES = 1_000_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  public Archive(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Keeps the files' bytes, unless they are there. */
  public void keep(String sha256, List<Path> files) throws IOException {
    try {
      transaction.executeWithoutResult(status -> keepAll(sha256, files));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void keepAll(String sha256, List<Path> files) {
    if (has(sha256)) {
      return;
    }
    try (OutputStream out = Compressed.to(new Parts(sha256), bytes(files))) {
      for (Path file : files) {
        Files.copy(file, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private boolean has(String sha256) {
    return !jdbc.queryForList(
            "select part_no from archived_part where sha256 = ? and part_no = 1",
            Integer.class,
            sha256)
        .isEmpty();
  }

  /** The bytes that were delivered; nothing when they never were. */
  static InputStream open(JdbcTemplate jdbc, String sha256) throws IOException {
    List<Integer> parts =
        jdbc.queryForList(
            "select part_no from archived_part where sha256 = ? order by part_no",
            Integer.class,
            sha256);
    if (parts.isEmpty()) {
      return InputStream.nullInputStream();
    }
    return Compressed.from(new KeptParts(jdbc, sha256, parts.iterator()));
  }

  /** Cuts a stream into rows of the table. */
  private final class Parts extends OutputStream {
    private final String sha256;
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private int number;

    Parts(String sha256) {
      this.sha256 = sha256;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      int from = offset;
      int end = offset + length;
      while (from < end) {
        int taken = Math.min(end - from, PART_BYTES - part.size());
        part.write(bytes, from, taken);
        from += taken;
        if (part.size() == PART_BYTES) {
          insert();
        }
      }
    }

    @Override
    public void close() {
      if (part.size() > 0) {
        insert();
      }
    }

    private void insert() {
      jdbc.update(
          "insert into archived_part (sha256, part_no, content) values (?, ?, ?)",
          sha256,
          ++number,
          part.toByteArray());
      part.reset();
    }
  }

  /** Reads the parts one behind the other, one in memory at a time. */
  private static final class KeptParts extends InputStream {
    private final JdbcTemplate jdbc;
    private final String sha256;
    private final Iterator<Integer> numbers;
    private InputStream part = InputStream.nullInputStream();

    KeptParts(JdbcTemplate jdbc, String sha256, Iterator<Integer> numbers) {
      this.jdbc = jdbc;
      this.sha256 = sha256;
      this.numbers = numbers;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = part.read(bytes, offset, length);
      while (read < 0 && numbers.hasNext()) {
        part = new ByteArrayInputStream(content(numbers.next()));
        read = part.read(bytes, offset, length);
      }
      return read;
    }

    private byte[] content(int number) {
      return jdbc.queryForObject(
          "select content from archived_part where sha256 = ? and part_no = ?",
          byte[].class,
          sha256,
          number);
    }
  }
}
