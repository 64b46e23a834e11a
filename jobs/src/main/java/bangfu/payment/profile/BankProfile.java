package bangfu.payment.profile;

import bangfu.payment.profile.ProfileException.Expected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * How one's bank wants its payments and gives its answers.
 *
 * @param name of a built-in profile, or of the file it was read from without its extension
 * @param title in words, for people
 * @param reference the field of a payment that the bank gives back in its answer: {@link
 *     PaymentField#DETAIL_NO}, or {@link PaymentField#ROW_NO}, which means something only with the
 *     batch that the answer names
 * @param document the YAML it was read from
 */
public record BankProfile(
    String name,
    String title,
    PaymentField reference,
    PaymentLayout payment,
    AnswerLayout answer,
    String document) {

  /** The contract's own layout. */
  public static final String DEFAULT = "default";

  /** The profiles that the program brings along. */
  public static final List<String> BUILT_IN = List.of(DEFAULT, "pipe-gbk", "fixed-width");

  /** A profile is a page or two. */
  private static final long MOST_BYTES = 64 << 10;

  private static final String EXTENSION = "\\.ya?ml$";

  /**
   * A profile that the program brings along, or else one that lies in a file.
   *
   * @throws ProfileException when there is neither, or the file is no profile
   */
  public static BankProfile named(String nameOrFile) {
    return BUILT_IN.contains(nameOrFile) ? builtIn(nameOrFile) : inFile(nameOrFile);
  }

  /** The contract's own layout. */
  public static BankProfile standard() {
    return builtIn(DEFAULT);
  }

  private static BankProfile builtIn(String name) {
    try (InputStream in = BankProfile.class.getResourceAsStream(name + ".yaml")) {
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BankProfile inFile(String file) {
    try {
      Path path = Path.of(file);
      if (Files.isRegularFile(path) && Files.size(path) <= MOST_BYTES) {
        String name = path.getFileName().toString().replaceFirst(EXTENSION, "");
        return parse(name, Files.readString(path));
      }
    } catch (CharacterCodingException e) {
      throw new ProfileException(file, "", Expected.YAML, "UTF-8", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidPathException e) {
      throw unknown(file);
    }
    throw unknown(file);
  }

  private static ProfileException unknown(String file) {
    return new ProfileException(file, "", Expected.PROFILE, String.join(", ", BUILT_IN), file);
  }

  /**
   * The profile that a document in YAML describes.
   *
   * @throws ProfileException when it describes none
   */
  public static BankProfile parse(String name, String document) {
    return new ProfileReader(name, document).profile();
  }

  /** SHA-256 of the document, lower-case hex: profiles with the same one write the same bytes. */
  public String sha256() {
    try {
      byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
