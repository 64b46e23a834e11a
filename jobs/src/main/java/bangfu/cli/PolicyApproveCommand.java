package bangfu.cli;

import bangfu.batch.PaymentDesk;
import bangfu.batch.PolicyDesk;
import bangfu.database.Database;
import bangfu.policy.KeptPack;
import bangfu.rules.PackFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Approves a registered pack, as the second pair of eyes. */
@Command(name = "approve")
final class PolicyApproveCommand extends CommonOptions implements Callable<Integer> {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{8,64}");

  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Mixin private DecisionOptions decision;

  @Parameters(paramLabel = "HASH|DIR", descriptionKey = "policy.which")
  private String which;

  PolicyApproveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PaymentDesk.Decision by = decision.decision(terminal);
    String hash = hash();
    try (Database opened = database.openExisting(terminal)) {
      PolicyDesk desk = new PolicyDesk(opened, Clock.systemUTC());
      KeptPack approved = desk.approve(desk.named(hash), by);
      terminal.progress("policy.approved", approved.name(), by.name());
      return ExitCodes.DONE;
    }
  }

  /** The beginning of a hash, or that of a folder as it is now. */
  private String hash() {
    Path folder = Path.of(which);
    if (Files.isDirectory(folder)) {
      return PackFolder.read(folder).hash();
    }
    String typed = which.toLowerCase(Locale.ROOT);
    if (!HASH.matcher(typed).matches()) {
      throw new UsageException(terminal.text("usage.policy", which));
    }
    return typed;
  }
}
