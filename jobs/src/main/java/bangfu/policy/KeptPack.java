package bangfu.policy;

import bangfu.payment.Actor;
import java.time.Instant;

/**
 * A pack that was registered.
 *
 * @param sha256 over its files, lower-case hex
 * @param title what it is called
 * @param approval null = nobody approved it yet
 */
public record KeptPack(
    String sha256, String title, Actor registrar, Instant registeredAt, Approval approval) {
  private static final int SHORT_CHARS = 12;

  /**
   * Who approved it.
   *
   * @param number a later approval has a greater one
   */
  public record Approval(int number, Actor by, Instant at) {}

  /** The beginning of a hash, for people. */
  public static String shortened(String sha256) {
    return sha256.substring(0, Math.min(SHORT_CHARS, sha256.length()));
  }

  /** Its title and the beginning of its hash, for messages. */
  public String name() {
    return title + " [" + shortened(sha256) + ']';
  }
}
