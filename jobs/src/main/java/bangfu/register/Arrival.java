package bangfu.register;

import bangfu.intake.DeliveredFile;
import bangfu.intake.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A file that has just arrived, beside the files of its table that came before.
 *
 * @param accepted the last accepted file of the table, or null
 * @param received the last file of the table, which may be a refused one, or null
 */
record Arrival(
    DeliveredFile file, Fingerprint fingerprint, ReceivedFile accepted, ReceivedFile received) {

  static Arrival of(DeliveredFile file, ReceivedFile accepted, ReceivedFile received)
      throws IOException {
    return new Arrival(file, Fingerprint.of(file.paths()), accepted, received);
  }

  /** True when its bytes are those in force. */
  boolean sameAsAccepted() {
    return hasBytesOf(accepted);
  }

  /** True when its bytes are those in force, or those that were refused last. */
  boolean sameAsBefore() {
    return sameAsAccepted() || hasBytesOf(received);
  }

  /** The file that came before with the same bytes. */
  ReceivedFile before() {
    return sameAsAccepted() ? accepted.withStatus(FileStatus.SAME) : received;
  }

  private boolean hasBytesOf(ReceivedFile earlier) {
    return earlier != null && earlier.report().sha256().equals(fingerprint.sha256());
  }

  /** The SHA-256 of the names and fingerprints of all files of a delivery, lower-case hex. */
  static String fingerprint(List<Arrival> arrivals) {
    StringBuilder list = new StringBuilder();
    for (Arrival arrival : arrivals) {
      list.append(arrival.file().fileName())
          .append(' ')
          .append(arrival.fingerprint().sha256())
          .append('\n');
    }
    byte[] bytes = list.toString().getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
