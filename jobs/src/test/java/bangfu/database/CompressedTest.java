package bangfu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedTest {
  private static final int TEXT = 1_000;
  private static final int SMALL = Compressed.LARGE_BYTES - 1;
  private static final int LARGE = Compressed.LARGE_BYTES;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, TEXT, 300_000})
  void textsComeBack(int length) {
    for (int expected : List.of(0, SMALL, LARGE)) {
      assertThat(Compressed.text(compressed(text(length), expected))).isEqualTo(text(length));
      assertThat(Compressed.text(compressed(noise(length), expected))).isEqualTo(noise(length));
    }
  }

  @Test
  void onlyMuchTakesZstandard() {
    assertThat(isZstandard(compressed(text(TEXT), SMALL), Integer.BYTES)).isFalse();
    assertThat(isZstandard(compressed(text(TEXT), LARGE), Integer.BYTES)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {SMALL, LARGE})
  void damageIsFound(int expected) {
    byte[] changed = compressed(text(TEXT), expected);
    changed[changed.length / 2] ^= 1;
    byte[] cut = compressed(text(TEXT), expected);
    byte[] half = Arrays.copyOf(cut, cut.length / 2);

    assertThatThrownBy(() -> Compressed.text(changed)).hasMessageContaining("damaged");
    assertThatThrownBy(() -> Compressed.text(half)).hasMessageContaining("damaged");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, SMALL, LARGE})
  void filesComeBack(int length) throws IOException {
    byte[] file = compressedFile(text(length));

    try (InputStream in = Compressed.from(new ByteArrayInputStream(file))) {
      assertThat(in.readAllBytes()).isEqualTo(text(length));
    }
    assertThat(isZstandard(file, 0)).isEqualTo(length == LARGE);
  }

  @Test
  void damageOfALargeFileIsFound() throws IOException {
    byte[] file = compressedFile(text(LARGE));
    file[file.length / 2] ^= 1;

    try (InputStream in = Compressed.from(new ByteArrayInputStream(file))) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
    }
  }

  private static byte[] compressed(byte[] text, int expected) {
    try (Compressor compressor = new Compressor(expected)) {
      compressor.compress(ByteBuffer.allocate(TEXT).put(noise(TEXT))); // leaves nothing behind
      return compressor.compress(ByteBuffer.allocate(text.length + 10).put(text));
    }
  }

  private static byte[] compressedFile(byte[] bytes) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = Compressed.to(file, bytes.length)) {
      out.write(bytes);
    }
    return file.toByteArray();
  }

  private static boolean isZstandard(byte[] bytes, int from) {
    return ByteBuffer.wrap(bytes).getInt(from) == 0x28B52FFD;
  }

  private static byte[] text(int length) {
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) ('a' + i * i % 26 % 7);
    }
    return text;
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    return noise;
  }
}
