package bangfu.intake;

import bangfu.table.FormulaGuard;
import java.util.function.UnaryOperator;

/**
 * The types a column can have. Each has one converter, from the text of a cell to its canonical
 * text, and says in words what it expects. Every type but {@link #TEXT} is trimmed and made
 * half-width first.
 */
public enum ColumnType {
  /** Identity number: 17 digits and a digit or X. Whether it is a true one is a later check. */
  ID(ReasonCode.ID, "18 位身份证号（17 位数字加一位数字或 X）", Converters::identityNumber),
  /** Household number: 1 to 16 of A-Z, 0-9 and the hyphen. */
  HH(ReasonCode.HH, "1 至 16 位户编号（大写字母、数字、连字符）", Converters::householdNumber),
  /** A day, canonically {@code 2017-03-10}. */
  DATE(ReasonCode.DATE, "实有的日期，如 2017-03-10、2017/3/10、2017年3月10日、20170310（不带时间）", Converters::date),
  /** A month, canonically {@code 2017-03}. */
  MONTH(ReasonCode.MONTH, "年月，如 2017-03", Converters::month),
  /** A year of four digits. */
  YEAR(ReasonCode.YEAR, "四位年份，如 2017", Converters::year),
  /** An amount of yuan, canonically whole fen: {@code 1,234.5} is {@code 123450}. */
  MONEY(ReasonCode.MONEY, "不小于 0 的金额（元，整数至多 12 位，小数至多 2 位，千分位须正确）", Converters::moneyFen),
  /** A whole number, at least 0 and at most 999,999,999. */
  INT(ReasonCode.INT, "不小于 0 的整数，至多 9 位", Converters::wholeNumber),
  /** 是 or 否. */
  BOOL(ReasonCode.BOOL, "是或否", Converters::yesOrNo),
  /** 1 to 200 characters, none of them a control character; kept as delivered. */
  TEXT(ReasonCode.TEXT, "1 至 200 个字符，不含控制字符", Converters::text),
  /** One of the words that the column lists. */
  CODE(ReasonCode.CODE, "规定的代码之一", CellText::normalized);

  private final ReasonCode reason;
  private final String expectation;

  @SuppressWarnings("ImmutableEnumChecker") // method references without state
  private final UnaryOperator<String> converter;

  ColumnType(ReasonCode reason, String expectation, UnaryOperator<String> converter) {
    this.reason = reason;
    this.expectation = expectation;
    this.converter = converter;
  }

  /** The code of a row whose cell does not fit this type. */
  public ReasonCode reason() {
    return reason;
  }

  /** What a cell of this type must hold, in Chinese, to follow 应为. */
  public String expectation() {
    return expectation;
  }

  /**
   * The canonical text of a cell that is not blank, or null when it does not fit. The apostrophe
   * that files for people put before a formula comes off first, for it may stand before an id with
   * a tab too. For {@link #CODE} the list of words is the column's to check.
   */
  public String convert(String cell) {
    String unguarded = FormulaGuard.unguarded(cell);
    return CellText.isBlank(unguarded) ? null : converter.apply(unguarded);
  }
}
