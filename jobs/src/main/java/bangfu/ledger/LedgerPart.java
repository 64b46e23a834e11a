package bangfu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Some lines of the ledger in a temporary file, in blocks of one bucket each; the lines of a bucket
 * keep their order. Written by one thread, then read by any.
 */
final class LedgerPart implements AutoCloseable {
  /** More than a line can take. */
  private static final int BLOCK_BYTES = 1 << 16;

  private static final int MOST_WORDS = Short.MAX_VALUE;
  private static final short NOTHING = -1;
  private static final short TEXT = -2;
  private static final BitSet SELDOM_REPEATED = new BitSet();

  static {
    SELDOM_REPEATED.set(LineCells.SUBJECT);
    SELDOM_REPEATED.set(LineCells.SUBJECT_NAME);
    SELDOM_REPEATED.set(LineCells.AMOUNT_FEN);
    SELDOM_REPEATED.set(LineCells.ORIGINAL_LINE_NO);
    SELDOM_REPEATED.set(LineCells.EVIDENCE);
  }

  private record Block(long at, int bytes) {}

  private final FileChannel file;
  private final List<ByteBuffer> open = new ArrayList<>();
  private final List<List<Block>> blocks = new ArrayList<>();

  /** Texts that come again and again are written as their place among the words. */
  private final Map<String, Short> places = new HashMap<>();

  private final List<String> words = new ArrayList<>();
  private final String[] cellsBefore = new String[LineCells.COUNT];
  private final short[] placesBefore = new short[LineCells.COUNT];
  private final ByteBuffer line = ByteBuffer.allocate(BLOCK_BYTES);
  private long end;

  /**
   * An empty part.
   *
   * @throws IOException when there is no room for temporary files
   */
  LedgerPart(int buckets) throws IOException {
    for (int bucket = 0; bucket < buckets; bucket++) {
      open.add(ByteBuffer.allocate(BLOCK_BYTES));
      blocks.add(new ArrayList<>());
    }
    Path path = Files.createTempFile("bangfu-", ".ledger");
    file = FileChannel.open(path, READ, WRITE, DELETE_ON_CLOSE);
  }

  /**
   * Adds a line.
   *
   * @param cells as {@link LineCells} has them
   */
  void add(int bucket, long number, boolean sent, String[] cells) {
    line.clear();
    put(cells[LineCells.HOUSEHOLD]);
    line.putLong(number).put((byte) (sent ? 1 : 0));
    for (int i = LineCells.HOUSEHOLD + 1; i < cells.length; i++) {
      put(cells[i], i);
    }
    line.flip();
    ByteBuffer block = open.get(bucket);
    if (block.remaining() < Integer.BYTES + line.remaining()) {
      finish(block, bucket);
    }
    block.putInt(line.remaining()).put(line);
  }

  private void put(String cell, int column) {
    if (cell == null) {
      line.putShort(NOTHING);
      return;
    }
    short place = SELDOM_REPEATED.get(column) ? TEXT : place(cell, column);
    line.putShort(place);
    if (place == TEXT) {
      put(cell);
    }
  }

  private void put(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    line.putShort((short) bytes.length).put(bytes);
  }

  private static String text(ByteBuffer from) {
    byte[] bytes = new byte[from.getShort()];
    from.get(bytes);
    return new String(bytes, UTF_8);
  }

  /** Mostly that of the line before; {@link #TEXT} when there is no room for one more word. */
  private short place(String cell, int column) {
    if (!cell.equals(cellsBefore[column])) {
      cellsBefore[column] = cell;
      placesBefore[column] = place(cell);
    }
    return placesBefore[column];
  }

  private short place(String cell) {
    Short place = places.get(cell);
    if (place == null) {
      place = words.size() < MOST_WORDS ? (short) words.size() : TEXT;
      if (place != TEXT) {
        words.add(cell);
        places.put(cell, place);
      }
    }
    return place;
  }

  private void finish(ByteBuffer block, int bucket) {
    block.flip();
    blocks.get(bucket).add(new Block(end, block.remaining()));
    try {
      while (block.hasRemaining()) {
        end += file.write(block, end);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    block.clear();
  }

  /** Writes what is left; nothing may be added afterwards. */
  void finish() {
    for (int bucket = 0; bucket < open.size(); bucket++) {
      if (open.get(bucket).position() > 0) {
        finish(open.get(bucket), bucket);
      }
    }
    open.clear();
    places.clear();
  }

  /** A line that is unpacked when somebody wants it. */
  final class Packed {
    private final ByteBuffer block;
    private final int at;

    private Packed(ByteBuffer block, int at) {
      this.block = block;
      this.at = at;
    }

    PostedLine line() {
      ByteBuffer from = block.duplicate().position(at);
      String[] cells = new String[LineCells.COUNT];
      cells[LineCells.HOUSEHOLD] = text(from);
      long number = from.getLong();
      boolean sent = from.get() == 1;
      for (int i = LineCells.HOUSEHOLD + 1; i < cells.length; i++) {
        short place = from.getShort();
        cells[i] = place >= 0 ? words.get(place) : place == TEXT ? text(from) : null;
      }
      return new PostedLine(
          LineNumber.text(number), LineNumber.month(number), LineCells.line(cells), sent);
    }
  }

  /** Hands over the lines of a bucket in their order, each with its household. */
  void read(int bucket, BiConsumer<String, Packed> consumer) {
    for (Block block : blocks.get(bucket)) {
      ByteBuffer lines = bytes(block);
      while (lines.hasRemaining()) {
        int bytes = lines.getInt();
        int at = lines.position();
        consumer.accept(text(lines), new Packed(lines, at));
        lines.position(at + bytes);
      }
    }
  }

  private ByteBuffer bytes(Block block) {
    ByteBuffer bytes = ByteBuffer.allocate(block.bytes());
    try {
      while (bytes.hasRemaining()) {
        if (file.read(bytes, block.at() + bytes.position()) < 0) {
          throw new EOFException("a temporary file of ledger lines was cut off");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.flip();
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
