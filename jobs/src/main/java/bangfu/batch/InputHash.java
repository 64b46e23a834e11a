package bangfu.batch;

import bangfu.intake.DeliveredBytes;
import bangfu.intake.DeliveredFile;
import bangfu.intake.Delivery;
import bangfu.intake.Tables;
import bangfu.register.SideBySide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells apart what runs were given: the names and bytes of the extracts, or the register's newest
 * delivery, what a correction asks for, and the pack of the policy, if there is one.
 */
final class InputHash {
  private InputHash() {}

  /**
   * The SHA-256, lower-case hex.
   *
   * @param bytes of the extracts, if there are any
   */
  static String of(MonthRequest request, int newestDelivery, String pack, DeliveredBytes bytes) {
    try (SideBySide work = new SideBySide()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      int known = request.asKnownOn() == 0 ? newestDelivery : request.asKnownOn();
      if (request.extracts() == null) {
        String asked = request.correction() == null ? "" : request.correction().toString();
        digest.update(("delivery " + known + asked).getBytes(StandardCharsets.UTF_8));
      } else {
        List<DeliveredFile> files = Delivery.scan(request.extracts(), Tables.standard()).files();
        work.all(DeliveredBytes.inOrder(files), bytes::fingerprint);
        for (DeliveredFile file : files) {
          String hash = bytes.fingerprint(file).sha256();
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
