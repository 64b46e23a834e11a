package bangfu.batch;

import bangfu.quality.Findings;
import bangfu.register.FileStatus;
import bangfu.register.ReceivedFile;
import bangfu.register.Register;
import bangfu.report.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * The files a month rests on: each table's last accepted one, those that mended rows of it since,
 * and a refused one that came after it.
 */
final class Inputs {
  private Inputs() {}

  static List<InputFile> of(Register register, int known, DataSource dataSource) {
    Map<String, Long> blocked = new Findings(dataSource).blockedRows();
    Map<String, ReceivedFile> accepted = register.lastAccepted(known);
    Map<String, ReceivedFile> received = register.lastReceived(known);
    List<ReceivedFile> supplements = register.supplements(known);
    Set<String> delivered = new TreeSet<>(received.keySet());
    supplements.forEach(file -> delivered.add(file.table().name()));
    List<InputFile> inputs = new ArrayList<>();
    for (String table : delivered) {
      ReceivedFile before = accepted.get(table);
      if (before != null) {
        inputs.add(input(before, blocked.getOrDefault(table, 0L)));
      }
      for (ReceivedFile mended : supplements) {
        if (mended.table().name().equals(table)) {
          inputs.add(input(mended, 0));
        }
      }
      ReceivedFile last = received.get(table);
      if (last != null && last.status() == FileStatus.REFUSED) {
        inputs.add(input(last, 0));
      }
    }
    return inputs;
  }

  private static InputFile input(ReceivedFile file, long held) {
    var report = file.report();
    return new InputFile(
        file.table().name(),
        file.delivery(),
        report.fileName(),
        report.sha256(),
        file.status() == FileStatus.SAME ? "ACCEPTED" : file.status().name(),
        report.physicalLines(),
        report.headerLines(),
        report.blankLines(),
        report.acceptedRows(),
        report.rejectedRows(),
        held);
  }
}
