package bangfu.database;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Makes texts smaller, quickly rather than well, see {@link Compressed}: the length (4 bytes), then
 * the text, compressed. Not for two threads at once.
 */
public final class Compressor implements AutoCloseable {
  private final Deflater deflater; // null when the other is used
  private final ZstdCompressCtx zstandard;

  /**
   * A compressor for some texts.
   *
   * @param bytes about how many there will be in all texts together
   */
  public Compressor(long bytes) {
    boolean isLarge = bytes >= Compressed.LARGE_BYTES && Zstandard.isLoaded();
    zstandard = isLarge ? new ZstdCompressCtx().setLevel(Zstandard.LEVEL).setChecksum(true) : null;
    deflater = isLarge ? null : new Deflater(Deflater.BEST_SPEED);
  }

  /**
   * A compressor for what a run works out, however much that will be: of the same run the same
   * bytes, also when it was killed and begun again.
   */
  static Compressor ofWhatIsWorkedOut() {
    return new Compressor(Compressed.LARGE_BYTES);
  }

  /** Compresses what is in a buffer before its position. */
  public byte[] compress(ByteBuffer text) {
    int bytes = text.position();
    int most = zstandard == null ? bytes + bytes / 1_000 + 64 : (int) Zstd.compressBound(bytes);
    byte[] compressed = new byte[Integer.BYTES + most];
    ByteBuffer.wrap(compressed).putInt(bytes);
    int length = zstandard == null ? deflate(text, compressed) : zstandard(text, compressed);
    return Arrays.copyOf(compressed, Integer.BYTES + length);
  }

  private int zstandard(ByteBuffer text, byte[] compressed) {
    return zstandard.compressByteArray(
        compressed,
        Integer.BYTES,
        compressed.length - Integer.BYTES,
        text.array(),
        text.arrayOffset(),
        text.position());
  }

  private int deflate(ByteBuffer text, byte[] compressed) {
    deflater.reset();
    deflater.setInput(text.duplicate().flip());
    deflater.finish();
    int length = deflater.deflate(compressed, Integer.BYTES, compressed.length - Integer.BYTES);
    if (!deflater.finished()) {
      throw new IllegalStateException("a deflated text does not fit its buffer");
    }
    return length;
  }

  @Override
  public void close() {
    if (zstandard == null) {
      deflater.end();
    } else {
      zstandard.close();
    }
  }
}
