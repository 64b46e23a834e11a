package bangfu.cli;

import bangfu.register.Changes;
import bangfu.register.DeliveryReport;
import bangfu.register.FileStatus;
import bangfu.register.ReceivedFile;
import java.util.List;
import java.util.function.ToLongFunction;

/** What became of a delivery, for the operator. */
final class DeliveryLines {
  private static final int MOST_NAMES = 5;

  private DeliveryLines() {}

  /** Says it; nothing when there was no delivery. */
  static void report(DeliveryReport delivery, Terminal terminal) {
    if (delivery == null) {
      return;
    }
    if (!delivery.isNew()) {
      terminal.progress(delivery.files().isEmpty() ? "import.nothing-there" : "import.nothing-new");
    }
    notRead(delivery.unknownFiles(), terminal);
    long accepted = 0;
    long rejected = 0;
    for (ReceivedFile file : delivery.files()) {
      accepted += file.report().acceptedRows();
      rejected += file.report().rejectedRows();
      if (file.report().refused()) {
        terminal.say(
            terminal.text("import.refused", file.report().fileName(), file.report().refusal()));
      }
    }
    terminal.progress(
        "import.done",
        count(delivery, FileStatus.ACCEPTED) + count(delivery, FileStatus.SUPPLEMENT),
        count(delivery, FileStatus.REFUSED),
        count(delivery, FileStatus.SAME),
        delivery.missing().size(),
        accepted,
        rejected);
    terminal.progress(
        "import.changes",
        sum(delivery, Changes::appeared),
        sum(delivery, Changes::changed),
        sum(delivery, Changes::vanished));
    if (!delivery.silentDepartments().isEmpty()) {
      terminal.progress("import.silent", String.join("、", delivery.silentDepartments()));
    }
  }

  /** A file with a wrong name is a delivery that nobody would miss. */
  private static void notRead(List<String> names, Terminal terminal) {
    names.stream()
        .limit(MOST_NAMES)
        .forEach(
            name ->
                terminal.say(
                    terminal.text(
                        name.endsWith(".mend.csv") ? "import.mended-file" : "import.unknown-file",
                        name)));
    if (names.size() > MOST_NAMES) {
      terminal.say(terminal.text("import.unknown-files", names.size() - MOST_NAMES));
    }
  }

  private static long sum(DeliveryReport delivery, ToLongFunction<Changes> rows) {
    return delivery.files().stream().map(ReceivedFile::changes).mapToLong(rows).sum();
  }

  private static long count(DeliveryReport delivery, FileStatus status) {
    return delivery.files().stream().filter(file -> file.status() == status).count();
  }
}
