package bangfu.cli;

import bangfu.cases.CaseExtracts;
import bangfu.cases.CaseFiles;
import bangfu.cases.CaseRunner;
import bangfu.cases.PolicyCase;
import bangfu.rules.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs policy cases, or writes their facts as deliveries. */
@Command(name = "cases")
final class CasesCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private PolicyOption chosen;

  @Parameters(arity = "0..*", paramLabel = "PATH", descriptionKey = "cases.path")
  private List<Path> paths = List.of();

  @Option(names = "--as-extracts", paramLabel = "DIR", descriptionKey = "cases.as-extracts")
  private Path extracts;

  CasesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Policy policy = new Policy(chosen.pack());
    List<PolicyCase> cases = paths.isEmpty() ? CaseFiles.of(policy.pack()) : CaseFiles.read(paths);
    return extracts == null ? run(cases, policy) : write(cases);
  }

  private int run(List<PolicyCase> cases, Policy policy) {
    CaseRunner runner = new CaseRunner(policy);
    int failed = 0;
    for (PolicyCase policyCase : cases) {
      List<String> differences = runner.differences(policyCase);
      failed += differences.isEmpty() ? 0 : 1;
      String key = differences.isEmpty() ? "cases.passed" : "cases.failed";
      terminal.out().println(terminal.text(key, policyCase.name()));
      differences.forEach(difference -> terminal.out().println("    " + difference));
    }
    terminal.out().println(terminal.text("cases.total", cases.size() - failed, failed));
    return failed == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private int write(List<PolicyCase> cases) {
    for (PolicyCase policyCase : cases) {
      CaseExtracts.write(policyCase, extracts.resolve(policyCase.id()));
    }
    terminal.progress("cases.written", cases.size(), extracts);
    return ExitCodes.DONE;
  }
}
