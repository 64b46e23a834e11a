package bangfu.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A part of an archive that refuses to inflate without bound: at most so many bytes, and, beyond
 * the first 16 MB, at most 200 for each compressed one. Sheets of tables come to about 20.
 */
final class BoundedInput extends FilterInputStream {
  private static final long FREE_BYTES = 16L << 20;
  private static final long MAX_RATIO = 200;

  private final long maxBytes;
  private long bytes;

  BoundedInput(InputStream in, long compressedBytes, long maxBytes) {
    super(in);
    long byRatio = Math.max(FREE_BYTES, MAX_RATIO * Math.max(0, compressedBytes));
    this.maxBytes = Math.min(maxBytes, byRatio);
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int read) throws RefusedFileException {
    bytes += read;
    if (bytes > maxBytes) {
      throw new RefusedFileException("工作簿解压后异常庞大（疑为压缩炸弹）；整个文件退回");
    }
  }
}
