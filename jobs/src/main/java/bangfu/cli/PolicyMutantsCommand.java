package bangfu.cli;

import bangfu.cases.mutation.MutantResult;
import bangfu.cases.mutation.MutationRun;
import bangfu.rules.PolicyPack;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries small faults in a policy, and says which ones no case finds. */
@Command(name = "mutants")
final class PolicyMutantsCommand extends CommonOptions implements Callable<Integer> {
  private static final int PROGRESS_EVERY = 25;

  private final Terminal terminal;
  private int tried;

  @Parameters(arity = "0..1", paramLabel = "DIR", descriptionKey = "policy.check-folder")
  private Path folder;

  @Option(names = "--clause", paramLabel = "ID", descriptionKey = "mutants.clause")
  private String clause;

  @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "mutants.csv")
  private Path file;

  PolicyMutantsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PolicyPack pack = folder == null ? PolicyPack.builtIn() : PolicyPack.read(folder);
    if (clause != null && !pack.clauses().containsKey(clause)) {
      throw new UsageException(terminal.text("usage.clause", clause));
    }
    MutationRun run = new MutationRun(pack);
    List<String> failing = run.failing();
    if (!failing.isEmpty()) {
      failing.forEach(name -> terminal.out().println(terminal.text("cases.failed", name)));
      terminal.out().println(terminal.text("mutants.failing", failing.size()));
      return ExitCodes.FAILED;
    }
    List<MutantResult> results = run.run(clause, this::progress);
    if (file != null) {
      write(results);
    }
    MutantTable table = new MutantTable(results);
    table.print(terminal);
    List<String> idle = clause == null ? run.idleReasons(results) : List.of();
    idle.forEach(written -> terminal.out().println(terminal.text("mutants.idle", written)));
    return table.survived() == 0 && idle.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private void progress(MutantResult result) {
    tried++;
    if (tried % PROGRESS_EVERY == 0) {
      terminal.progress("mutants.progress", tried, result.id());
    }
  }

  private void write(List<MutantResult> results) {
    try (CsvAside csv = new CsvAside(file, terminal.text("mutants.headers").split("\\|", -1))) {
      for (MutantResult result : results) {
        csv.row(
            String.join(" ", result.clauses()),
            result.operator(),
            result.id(),
            result.place(),
            terminal.text("mutants." + result.state()),
            result.because());
      }
      csv.keep();
    }
  }
}
