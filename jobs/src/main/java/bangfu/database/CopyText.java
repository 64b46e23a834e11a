package bangfu.database;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/** Rows in the text format of PostgreSQL's {@code COPY}: UTF-8, a tab between two values. */
final class CopyText {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = {'\\', 'N'};
  private static final byte[] BYTES_FOLLOW = {'\\', '\\', 'x'};

  private byte[] bytes = new byte[1 << 17];
  private int size;

  int size() {
    return size;
  }

  /** Sends what is collected and forgets it. */
  void moveTo(CopyIn target) throws SQLException {
    target.writeToCopy(bytes, 0, size);
    size = 0;
  }

  void row(Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        add((byte) '\t');
      }
      value(values[i]);
    }
    add((byte) '\n');
  }

  private void value(Object value) {
    if (value == null) {
      plain(NULL);
    } else if (value instanceof byte[] content) {
      hex(content);
    } else {
      escaped(value.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void plain(byte[] text) {
    reserve(text.length);
    System.arraycopy(text, 0, bytes, size, text.length);
    size += text.length;
  }

  private void hex(byte[] content) {
    plain(BYTES_FOLLOW);
    reserve(Math.multiplyExact(2, content.length));
    for (byte b : content) {
      bytes[size++] = HEX[(b >> 4) & 0xF];
      bytes[size++] = HEX[b & 0xF];
    }
  }

  /** In UTF-8 no byte of a longer character looks like one that needs an escape. */
  private void escaped(byte[] text) {
    reserve(Math.multiplyExact(2, text.length));
    for (byte b : text) {
      byte escape = escape(b);
      if (escape != 0) {
        bytes[size++] = '\\';
      }
      bytes[size++] = escape == 0 ? b : escape;
    }
  }

  /** What stands behind a backslash for a byte; 0 when the byte stands for itself. */
  private static byte escape(byte b) {
    return switch (b) {
      case '\\' -> '\\';
      case '\t' -> 't';
      case '\n' -> 'n';
      case '\r' -> 'r';
      default -> 0;
    };
  }

  private void add(byte b) {
    reserve(1);
    bytes[size++] = b;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
    }
  }
}
