package bangfu.register;

import bangfu.database.Compressed;
import bangfu.database.Compressor;
import bangfu.intake.Row;
import bangfu.intake.Table;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Some hundred versions of rows of one table in few bytes: what the database keeps of facts. A page
 * is a compressed text; of each version line, state with the correcting flag, and the row's
 * content. The delivery that brought them stands beside the page.
 */
final class FactPage {
  private static final int CORRECTS = 0x80;
  private static final int FIXED_BYTES = 4 + 1 + 4;

  private FactPage() {}

  /** Reads all versions of a page, in the order in which they were added. */
  static void read(Table table, int delivery, byte[] page, Consumer<FactVersion> consumer) {
    Raw raw = raw(table, delivery, page);
    raw.forEach((from, to) -> consumer.accept(raw.version(from, to)));
  }

  /** A page whose versions are not rows yet. */
  static Raw raw(Table table, int delivery, byte[] page) {
    return new Raw(table, delivery, Compressed.text(page));
  }

  /**
   * The text of a page.
   *
   * @param delivery the delivery that brought it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Raw(Table table, int delivery, byte[] text) {

    /** Where the content of a version stands in the text, its end not included. */
    @FunctionalInterface
    interface Contents {
      void at(int from, int to);
    }

    /** Goes over all versions, in the order in which they were added. */
    void forEach(Contents consumer) {
      ByteBuffer at = ByteBuffer.wrap(text);
      while (at.hasRemaining()) {
        int length = at.position(at.position() + FIXED_BYTES - 4).getInt();
        consumer.at(at.position(), at.position() + length);
        at.position(at.position() + length);
      }
    }

    /** The version whose content stands there. */
    FactVersion version(int from, int to) {
      ByteBuffer fixed = ByteBuffer.wrap(text, from - FIXED_BYTES, FIXED_BYTES);
      int line = fixed.getInt();
      int flags = fixed.get() & 0xFF;
      return new FactVersion(
          Row.parse(table, line, text, from, to),
          delivery,
          FactVersion.State.of(flags & ~CORRECTS),
          (flags & CORRECTS) != 0);
    }
  }

  /** The text of a page while it grows. */
  static final class Text {
    private static final int INITIAL_BYTES = 2_048;

    private ByteBuffer text = ByteBuffer.allocate(INITIAL_BYTES);

    void add(FactVersion version) {
      byte[] content = version.row().contentBytes();
      reserve(FIXED_BYTES + content.length);
      text.putInt(version.row().line())
          .put((byte) (version.state().code() | (version.corrects() ? CORRECTS : 0)))
          .putInt(content.length)
          .put(content);
    }

    private void reserve(int bytes) {
      if (text.remaining() < bytes) {
        int capacity = Math.max(2 * text.capacity(), text.position() + bytes);
        text = ByteBuffer.allocate(capacity).put(text.flip());
      }
    }

    int bytes() {
      return text.position();
    }

    /** The page; the text is then empty again. */
    byte[] compressed(Compressor compressor) {
      byte[] page = compressor.compress(text);
      text.clear();
      return page;
    }
  }
}
