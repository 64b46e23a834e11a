package bangfu.cli;

import bangfu.cases.CaseChecks;
import bangfu.rules.Policy;
import bangfu.rules.PolicyPack;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a policy as it is written, and by its cases. */
@Command(name = "check")
final class PolicyCheckCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "0..1", paramLabel = "DIR", descriptionKey = "policy.check-folder")
  private Path folder;

  PolicyCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PolicyPack pack = folder == null ? PolicyPack.builtIn() : PolicyPack.read(folder);
    Policy policy = new Policy(pack);
    CaseChecks.Report report = CaseChecks.of(policy);
    FindingView view = new FindingView(terminal);
    if (!report.weighty().isEmpty()) {
      terminal.out().println(terminal.text("check.weighty"));
      view.print(report.weighty());
    }
    if (!report.notes().isEmpty()) {
      terminal.out().println(terminal.text("check.notes"));
      view.print(report.notes());
    }
    terminal
        .out()
        .println(
            terminal.text(
                "check.done",
                pack.isBuiltIn() ? terminal.text("check.own") : pack.title(),
                pack.clauses().size(),
                pack.parameters().size(),
                policy.ruleNames().size(),
                report.cases(),
                report.weighty().size(),
                report.notes().size(),
                report.boundaries()));
    return report.weighty().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
  }
}
