package bangfu.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The policy files of the program. */
final class BuiltInPolicy {
  /** The measures of the notice: one resource folder each. */
  static final List<String> MEASURES =
      List.of(
          "eligibility",
          "employment",
          "farming",
          "medical",
          "education",
          "social_security",
          "housing",
          "mothers",
          "elderly_care",
          "shocks");

  private BuiltInPolicy() {}

  /** A file by path; null when there is none. */
  static PolicyFile file(String path) {
    String place = "policy/" + path;
    try (InputStream in = BuiltInPolicy.class.getResourceAsStream('/' + place)) {
      return in == null
          ? null
          : new PolicyFile(
              path, place, new String(in.readAllBytes(), StandardCharsets.UTF_8), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
