package bangfu.cli;

import picocli.CommandLine;

/** Hands the terminal to each command that asks for it in its constructor. */
final class CommandFactory implements CommandLine.IFactory {
  private final Terminal terminal;

  CommandFactory(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    try {
      return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
    } catch (NoSuchMethodException withoutTerminal) {
      return CommandLine.defaultFactory().create(type);
    }
  }
}
