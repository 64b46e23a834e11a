package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command that was typed is set up alone, and nobody can tell. */
class BangfuCommandTest {
  private static final Terminal TERMINAL = Terminal.of("--lang", "en");

  @Test
  void withoutACommandAllAreThere() {
    assertThat(BangfuCommand.line(TERMINAL).getSubcommands().keySet())
        .startsWith("run", "import")
        .contains("bank", "verify", "sample")
        .isEqualTo(BangfuCommand.line(TERMINAL, "--help").getSubcommands().keySet())
        .isEqualTo(BangfuCommand.line(TERMINAL, "rn", "run").getSubcommands().keySet());
  }

  @Test
  void aCommandAloneIsTheSameAsAmongAll() {
    for (Map.Entry<String, CommandLine> all : all().getSubcommands().entrySet()) {
      CommandLine line = BangfuCommand.line(TERMINAL, all.getKey(), "--help");
      line.setResourceBundle(TERMINAL.bundle());

      assertThat(line.getSubcommands()).containsOnlyKeys(all.getKey());
      assertThat(line.getSubcommands().get(all.getKey()).getUsageMessage())
          .isEqualTo(all.getValue().getUsageMessage());
    }
  }

  private static CommandLine all() {
    CommandLine all = BangfuCommand.line(TERMINAL);
    all.setResourceBundle(TERMINAL.bundle());
    return all;
  }
}
