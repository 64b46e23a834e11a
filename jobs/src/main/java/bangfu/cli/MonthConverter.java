package bangfu.cli;

import java.time.DateTimeException;
import java.time.YearMonth;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A month such as 2017-03. */
final class MonthConverter implements ITypeConverter<YearMonth> {
  private final Terminal terminal;

  MonthConverter(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public YearMonth convert(String value) {
    try {
      return YearMonth.parse(value);
    } catch (DateTimeException e) {
      throw new TypeConversionException(terminal.text("usage.month", value));
    }
  }
}
