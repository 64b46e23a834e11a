package bangfu.cli;

import bangfu.batch.Status;
import bangfu.database.Database;
import bangfu.database.DatabaseInUseException;
import bangfu.database.Holder;
import bangfu.policy.KeptPack;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** The last import and run, what runs now, and what waits to be done. */
@Command
final class StatusCommand extends CommonOptions implements Callable<Integer> {
  private static final Status NOTHING =
      new Status(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", descriptionKey = "status.out")
  private Path out;

  @Option(names = "--json", descriptionKey = "status.json")
  private boolean json;

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Status status = look();
    if (json) {
      terminal.out().println(JsonMapper.builder().build().writeValueAsString(status));
    } else {
      tell(status);
    }
    return status.needsAttention() ? ExitCodes.FAILED : ExitCodes.DONE;
  }

  /** A file that another process has open is a run under way; one that is not there, none yet. */
  private Status look() {
    if (Database.isMissing(database.url())) {
      return NOTHING;
    }
    try (Database opened = database.open(terminal)) {
      return Status.of(opened, out, Clock.systemUTC());
    } catch (DatabaseInUseException e) {
      Holder unnamed = new Holder("?", 0, "?", "?", Clock.systemUTC().instant());
      return new Status(
          Optional.of(e.holder().orElse(unnamed)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());
    }
  }

  private void tell(Status status) {
    status.running().ifPresent(this::running);
    status.delivery().ifPresentOrElse(this::delivery, () -> none(status, "status.no-import"));
    status.run().ifPresentOrElse(this::run, () -> none(status, "status.no-run"));
    status.policy().ifPresent(this::policy);
    for (Status.Interrupted run : status.waiting()) {
      say(
          run.failed() ? "status.failed" : "status.killed",
          Moments.local(run.startedAt()),
          run.command());
    }
    say(status.needsAttention() ? "status.attention" : "status.fine");
  }

  private void none(Status status, String key) {
    if (status.running().isEmpty()) {
      say(key);
    }
  }

  private void running(Holder holder) {
    say(
        "status.running",
        Moments.local(holder.since()),
        holder.user(),
        holder.host(),
        Long.toString(holder.process()),
        holder.command());
  }

  private void delivery(Status.Delivery delivery) {
    say(
        "status.import",
        delivery.asOf().toString(),
        Moments.local(delivery.receivedAt()),
        delivery.accepted(),
        delivery.same(),
        delivery.refused(),
        delivery.missing());
    if (!delivery.silent().isEmpty()) {
      say("status.silent", String.join("、", delivery.silent()));
    }
  }

  private void run(Status.Run run) {
    say(
        run.defects() ? "status.run-defects" : "status.run",
        run.month(),
        Moments.local(run.endedAt()),
        run.lines(),
        Yuan.format(run.amountFen()),
        Yuan.format(run.heldFen()));
    say("status.folder-" + run.folder(), out.resolve(run.month()));
  }

  private void policy(Status.PolicyOfMonths policy) {
    if (policy.sha256().isEmpty()) {
      say("status.own-policy", policy.since());
    } else {
      String hash = KeptPack.shortened(policy.sha256());
      say("status.policy", policy.title(), hash, policy.since());
    }
  }

  private void say(String key, Object... values) {
    terminal.out().println(terminal.text(key, values));
  }
}
