package bangfu.database;

import bangfu.database.DatabaseUnavailableException.Reason;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;

/**
 * Texts and files as the database keeps them. Where there is much, Zstandard compresses it: it
 * takes a third of the time, writing as well as reading, and leaves less. Its library takes a
 * moment to load, so of deliveries what is little is deflated; and so is all on a machine that
 * cannot load it. What is read says itself which it is. Both find out when they are damaged.
 */
public final class Compressed {
  /** From this size on Zstandard is worth loading. */
  public static final int LARGE_BYTES = 1 << 22;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final byte[] ZSTANDARD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

  private Compressed() {}

  /**
   * The text that a {@link Compressor} made smaller.
   *
   * @throws IllegalStateException when it is damaged
   * @throws DatabaseUnavailableException when it takes Zstandard, which cannot be loaded
   */
  public static byte[] text(byte[] compressed) {
    int from = Integer.BYTES;
    int to = compressed.length;
    byte[] text = new byte[ByteBuffer.wrap(compressed).getInt()];
    byte[] beginning = Arrays.copyOfRange(compressed, from, Math.min(to, from + ZSTANDARD.length));
    int length =
        Arrays.equals(beginning, ZSTANDARD)
            ? decompress(compressed, from, to, text)
            : inflate(compressed, from, to, text);
    if (length != text.length) {
      throw new IllegalStateException(
          "a page is damaged: expected %d bytes, but was %d".formatted(text.length, length));
    }
    return text;
  }

  private static int decompress(byte[] compressed, int from, int to, byte[] text) {
    requireZstandard();
    try {
      return (int) Zstd.decompressByteArray(text, 0, text.length, compressed, from, to - from);
    } catch (ZstdException e) {
      throw new IllegalStateException("a page is damaged", e);
    }
  }

  private static int inflate(byte[] compressed, int from, int to, byte[] text) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(compressed, from, to - from);
      return inflater.inflate(text);
    } catch (DataFormatException e) {
      throw new IllegalStateException("a page is damaged", e);
    } finally {
      inflater.end();
    }
  }

  /**
   * Compresses a file on its way.
   *
   * @param bytes how many will come
   */
  public static OutputStream to(OutputStream out, long bytes) throws IOException {
    if (bytes < LARGE_BYTES || !Zstandard.isLoaded()) {
      return new FastGzip(out);
    }
    return new ZstdOutputStream(out, Zstandard.LEVEL).setChecksum(true);
  }

  /**
   * The bytes that went through {@link #to}.
   *
   * @throws DatabaseUnavailableException when they take Zstandard, which cannot be loaded
   */
  public static InputStream from(InputStream compressed) throws IOException {
    InputStream in = new BufferedInputStream(compressed, BUFFER_BYTES);
    in.mark(ZSTANDARD.length);
    byte[] beginning = in.readNBytes(ZSTANDARD.length);
    in.reset();
    if (!Arrays.equals(beginning, ZSTANDARD)) {
      return new GZIPInputStream(in, BUFFER_BYTES);
    }
    requireZstandard();
    return new ZstdInputStream(in);
  }

  private static void requireZstandard() {
    if (!Zstandard.isLoaded()) {
      throw new DatabaseUnavailableException(
          Reason.ZSTANDARD_MISSING, System.getProperty("java.io.tmpdir"), Zstandard.failure());
    }
  }

  /** Speed before size: an import waits for it. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
