package bangfu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/** What the first bytes of a file say about its form, whatever its name says. */
public enum FirstBytes {
  UTF_8_MARK("efbbbf"),
  UTF_16_LITTLE_ENDIAN_MARK("fffe"),
  UTF_16_BIG_ENDIAN_MARK("feff"),
  ZIP("504b0304"),
  /** Excel before 2007, and encrypted workbooks. */
  OLE2("d0cf11e0"),
  OTHER("");

  private static final int LONGEST = 4;

  private final String hex;

  FirstBytes(String hex) {
    this.hex = hex;
  }

  /** The form of a file by its first bytes. */
  public static FirstBytes of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String first = HexFormat.of().formatHex(in.readNBytes(LONGEST));
      return Arrays.stream(values())
          .filter(form -> first.startsWith(form.hex))
          .findFirst()
          .orElse(OTHER);
    }
  }
}
