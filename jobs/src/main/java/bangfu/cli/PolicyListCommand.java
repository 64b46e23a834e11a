package bangfu.cli;

import bangfu.batch.PolicyDesk;
import bangfu.database.Database;
import bangfu.payment.Actor;
import bangfu.policy.KeptPack;
import bangfu.policy.PolicyInForce;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the packs of a register. */
@Command(name = "list")
final class PolicyListCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  PolicyListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Database opened = database.openExisting(terminal)) {
      String inForce =
          new PolicyInForce(opened.dataSource()).kept(null).map(KeptPack::sha256).orElse("");
      List<String[]> cells = new ArrayList<>();
      cells.add(terminal.text("policy.columns").split("\\|"));
      for (KeptPack pack : new PolicyDesk(opened, Clock.systemUTC()).packs()) {
        cells.add(cells(pack, pack.sha256().equals(inForce)));
      }
      new ScreenTable(cells).print(line -> terminal.out().println(line));
      if (inForce.isEmpty()) {
        terminal.out().println(terminal.text("policy.own-in-force"));
      }
      return ExitCodes.DONE;
    }
  }

  private String[] cells(KeptPack pack, boolean inForce) {
    KeptPack.Approval approval = pack.approval();
    String state = approval == null ? "policy.waits" : "policy.accepted";
    return new String[] {
      KeptPack.shortened(pack.sha256()),
      terminal.text(inForce ? "policy.in-force" : state),
      who(pack.registrar(), pack.registeredAt()),
      approval == null ? "" : who(approval.by(), approval.at()),
      pack.title()
    };
  }

  private static String who(Actor by, Instant at) {
    return by.name() + " (" + by.systemUser() + ") " + Moments.local(at);
  }
}
