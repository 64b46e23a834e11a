package bangfu.database;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Texts as the database keeps them: the length (4 bytes), then the text, deflated. */
public final class Deflated {
  private Deflated() {}

  /** Deflates what is in a buffer before its position, quickly rather than well. */
  public static byte[] of(ByteBuffer text, Deflater deflater) {
    int bytes = text.position();
    deflater.reset();
    deflater.setInput(text.duplicate().flip());
    deflater.finish();
    ByteBuffer deflated = ByteBuffer.allocate(Integer.BYTES + bytes + bytes / 1_000 + 64);
    deflated.putInt(bytes);
    int length = deflater.deflate(deflated.array(), Integer.BYTES, deflated.remaining());
    if (!deflater.finished()) {
      throw new IllegalStateException("a deflated text does not fit its buffer");
    }
    byte[] kept = new byte[Integer.BYTES + length];
    System.arraycopy(deflated.array(), 0, kept, 0, kept.length);
    return kept;
  }

  /**
   * The text.
   *
   * @throws IllegalStateException when it is damaged
   */
  public static byte[] text(byte[] deflated) {
    Inflater inflater = new Inflater();
    try {
      byte[] text = new byte[ByteBuffer.wrap(deflated).getInt()];
      inflater.setInput(deflated, Integer.BYTES, deflated.length - Integer.BYTES);
      int length = inflater.inflate(text);
      if (length != text.length) {
        throw new IllegalStateException(
            "a page is damaged: expected %d bytes, but was %d".formatted(text.length, length));
      }
      return text;
    } catch (DataFormatException e) {
      throw new IllegalStateException("a page is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
