package bangfu.batch;

import bangfu.register.DeliveryReport;
import bangfu.register.FileStatus;
import bangfu.register.ReceivedFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** A delivery in numbers, for the log. */
final class DeliveryCounts {
  private DeliveryCounts() {}

  static Map<String, Long> of(DeliveryReport delivery) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (FileStatus status : FileStatus.values()) {
      counts.put("files" + status, files(delivery, status));
    }
    counts.put("filesMISSING", (long) delivery.missing().size());
    counts.put("rowsAccepted", 0L);
    counts.put("rowsRejected", 0L);
    for (ReceivedFile file : delivery.files()) {
      counts.merge("rowsAccepted", file.report().acceptedRows(), Long::sum);
      counts.merge("rowsRejected", file.report().rejectedRows(), Long::sum);
    }
    return counts;
  }

  private static long files(DeliveryReport delivery, FileStatus status) {
    return delivery.files().stream().filter(file -> file.status() == status).count();
  }
}
