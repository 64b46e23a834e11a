package bangfu.sample;

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
final class StoredZip implements Closeable {
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2017, 3, 10, 0, 0);

  private final ZipOutputStream out;

  StoredZip(Path file) throws IOException {
    out = new ZipOutputStream(Files.newOutputStream(file));
  }

  void add(String name, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    add(name, () -> new ByteArrayInputStream(content));
  }

  void add(String name, Path content) throws IOException {
    add(name, () -> Files.newInputStream(content));
  }

  private void add(String name, Source content) throws IOException {
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

  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }
}
