package bangfu.report;

import bangfu.ledger.LineNumber;
import bangfu.ledger.Seal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A seal of the ledger as a manifest repeats it, outside the database: a ledger that was changed
 * and sealed anew, or cut back, no longer has it.
 */
public final class Anchor {
  static final String KEY = "ledgerSeal";
  private static final String NUMBER = "number";
  private static final String LAST_LINE = "lastLine";
  private static final String LINES = "lines";
  private static final String HASH = "sha256";

  private Anchor() {}

  /** The entry of a manifest. */
  static Map<String, Object> of(Seal seal) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put(NUMBER, seal.number());
    entry.put(LAST_LINE, LineNumber.text(seal.lastLineNo()));
    entry.put(LINES, seal.lines());
    entry.put(HASH, seal.hash());
    return entry;
  }

  /**
   * The seal in a manifest of a month or of a batch that was sent; empty when it was written before
   * anything was sealed.
   *
   * @throws IOException when the file is no manifest
   */
  public static Optional<Seal> in(Path manifest) throws IOException {
    try {
      JsonNode entry = JsonMapper.builder().build().readTree(manifest).get(KEY);
      return entry == null ? Optional.empty() : Optional.of(seal(entry));
    } catch (JacksonException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("no manifest: " + manifest, e);
    }
  }

  private static Seal seal(JsonNode entry) {
    return new Seal(
        entry.required(NUMBER).asInt(),
        LineNumber.parse(entry.required(LAST_LINE).asString()),
        entry.required(LINES).asInt(),
        entry.required(HASH).asString());
  }
}
