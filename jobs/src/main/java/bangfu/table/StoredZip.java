package bangfu.table;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip whose bytes follow from its content alone: no compression, which differs between zlibs, and
 * one fixed time.
 */
public final class StoredZip implements Closeable {
  /** The time of every part. */
  public static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2017, 3, 10, 0, 0);

  private final ZipOutputStream out;

  public StoredZip(Path file) throws IOException {
    out = new ZipOutputStream(Files.newOutputStream(file));
  }

  public void add(String name, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    add(name, () -> new ByteArrayInputStream(content));
  }

  public void add(String name, Path content) throws IOException {
    add(name, () -> Files.newInputStream(content));
  }

  /** Adds a part; its content is read twice. */
  public void add(String name, Source content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(ENTRY_TIME);
    CRC32 checksum = new CRC32();
    try (InputStream in = new CheckedInputStream(content.open(), checksum)) {
      entry.setSize(in.transferTo(OutputStream.nullOutputStream()));
    }
    entry.setCrc(checksum.getValue());
    out.putNextEntry(entry);
    try (InputStream in = content.open()) {
      in.transferTo(out);
    }
    out.closeEntry();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Opens the content of a part. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }
}
