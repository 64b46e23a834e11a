package bangfu.register;

import bangfu.intake.DeliveredFile;
import bangfu.intake.FileReport;
import bangfu.intake.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * A file that has just arrived, beside the files of its table that came before.
 *
 * @param asOf the as-of day of its delivery
 * @param accepted the last accepted file of the table, or null
 * @param received the last file of the table, which may be a refused one, or null
 * @param corrects it is to correct the past, so it is read even when its bytes are known
 */
record Arrival(
    DeliveredFile file,
    Fingerprint fingerprint,
    LocalDate asOf,
    ReceivedFile accepted,
    ReceivedFile received,
    boolean corrects) {
  /** True when its bytes are those in force. */
  boolean sameAsAccepted() {
    return !corrects && hasBytesOf(accepted);
  }

  /** True when its bytes are those in force, or those that were refused last. */
  boolean sameAsBefore() {
    return !corrects && (hasBytesOf(accepted) || hasBytesOf(received));
  }

  /** The file as this delivery received it. */
  ReceivedFile received(int delivery, FileStatus status, FileReport report, Changes changes) {
    return new ReceivedFile(delivery, asOf, status, report, changes);
  }

  /** The file that came before with the same bytes. */
  ReceivedFile before() {
    return sameAsAccepted() ? accepted.sameAgain() : received;
  }

  private boolean hasBytesOf(ReceivedFile earlier) {
    return earlier != null && earlier.report().sha256().equals(fingerprint.sha256());
  }

  /**
   * The SHA-256 of a delivery, lower-case hex: the names and fingerprints of all its files, and
   * what was said about them.
   */
  static String fingerprint(List<Arrival> arrivals, Instructions instructions) {
    StringBuilder list = new StringBuilder(instructions.text());
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
