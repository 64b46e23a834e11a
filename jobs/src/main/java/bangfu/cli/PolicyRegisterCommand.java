package bangfu.cli;

import bangfu.batch.PaymentDesk;
import bangfu.batch.PolicyDesk;
import bangfu.cases.CaseChecks;
import bangfu.database.Database;
import bangfu.policy.KeptPack;
import bangfu.rules.Policy;
import bangfu.rules.PolicyPack;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Registers a pack, so that a second person can approve it. */
@Command(name = "register")
final class PolicyRegisterCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Mixin private DecisionOptions decision;

  @Parameters(paramLabel = "DIR", descriptionKey = "policy.folder")
  private Path folder;

  PolicyRegisterCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PaymentDesk.Decision by = decision.decision(terminal);
    Policy policy = new Policy(PolicyPack.read(folder));
    PolicyPack pack = policy.pack();
    CaseChecks.Report report = CaseChecks.of(policy);
    if (!report.weighty().isEmpty()) {
      new FindingView(terminal).print(report.weighty());
      terminal.say(terminal.text("policy.not-registered", pack.title(), report.weighty().size()));
      return ExitCodes.FAILED;
    }
    try (Database opened = database.open(terminal)) {
      KeptPack kept = new PolicyDesk(opened, Clock.systemUTC()).register(pack, by);
      terminal.out().println(kept.sha256());
      terminal.progress(
          "policy.registered", kept.name(), by.name(), KeptPack.shortened(kept.sha256()));
      return ExitCodes.DONE;
    }
  }
}
