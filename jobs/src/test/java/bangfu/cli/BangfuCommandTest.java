package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run                                   | 缺少 --month=YYYY-MM
          runn                                  | 没有这个命令、选项或参数：runn
          run --month 2017-03 --nothing         | 没有这个命令、选项或参数：--nothing
          run --month 2017-13                   | --month=YYYY-MM：应为月份，如 2017-03，实为“2017-13”
          run --month 2017-03 --page x          | --page=N：应为整数，实为“x”
          run --month 2017-03 --month 2017-04   | --month=YYYY-MM 只能给一次
          explain --line 1 --household 2        | 下列选项只能给其中一个：--household=NO, --line=NO
          """)
  void wrongUsageIsToldInTheClerksLanguage(String typed, String told) {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    String[] words = (typed + " --lang zh").split(" +");

    int exit = Main.run(Terminal.of(writer, writer, words), words);

    assertThat(exit).isEqualTo(ExitCodes.WRONG_USAGE);
    assertThat(said.toString()).startsWith("用法错误：" + told).doesNotContain("option");
  }

  private static CommandLine all() {
    CommandLine all = BangfuCommand.line(TERMINAL);
    all.setResourceBundle(TERMINAL.bundle());
    return all;
  }
}
