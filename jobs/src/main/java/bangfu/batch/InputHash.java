package bangfu.batch;

import bangfu.intake.DeliveredFile;
import bangfu.intake.Delivery;
import bangfu.intake.Fingerprint;
import bangfu.intake.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells apart what runs were given: the names and bytes of the extracts, or the register's newest
 * delivery, what a correction asks for, and the pack of the policy, if there is one.
 */
final class InputHash {
  private InputHash() {}

  static String of(MonthRequest request, int newestDelivery, String pack) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      int known = request.asKnownOn() == 0 ? newestDelivery : request.asKnownOn();
      if (request.extracts() == null) {
        String asked = request.correction() == null ? "" : request.correction().toString();
        digest.update(("delivery " + known + asked).getBytes(StandardCharsets.UTF_8));
      } else {
        for (DeliveredFile file : Delivery.scan(request.extracts(), Tables.standard()).files()) {
          String hash = Fingerprint.of(file.paths()).sha256();
          digest.update((file.table().name() + ' ' + hash + '\n').getBytes(StandardCharsets.UTF_8));
        }
      }
      digest.update(pack.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
