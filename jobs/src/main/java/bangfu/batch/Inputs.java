package bangfu.batch;

import bangfu.quality.Findings;
import bangfu.register.FileStatus;
import bangfu.register.ReceivedFile;
import bangfu.register.Register;
import bangfu.report.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The files a month rests on: each table's last accepted one, and a refused one that came after it.
 */
final class Inputs {
  private Inputs() {}

  static List<InputFile> of(Register register, int known, DataSource dataSource) {
    Map<String, Long> blocked = new Findings(dataSource).blockedRows();
    Map<String, ReceivedFile> accepted = new TreeMap<>(register.lastAccepted(known));
    Map<String, ReceivedFile> received = new TreeMap<>(register.lastReceived(known));
    List<InputFile> inputs = new ArrayList<>();
    received.forEach(
        (table, last) -> {
          ReceivedFile before = accepted.get(table);
          if (before != null) {
            inputs.add(input(before, blocked.getOrDefault(table, 0L)));
          }
          if (last.status() == FileStatus.REFUSED) {
            inputs.add(input(last, 0));
          }
        });
    return inputs;
  }

  private static InputFile input(ReceivedFile file, long held) {
    var report = file.report();
    return new InputFile(
        file.table().name(),
        file.delivery(),
        report.fileName(),
        report.sha256(),
        file.status() == FileStatus.REFUSED ? "REFUSED" : "ACCEPTED",
        report.physicalLines(),
        report.headerLines(),
        report.blankLines(),
        report.acceptedRows(),
        report.rejectedRows(),
        held);
  }
}
