package bangfu.ledger;

import java.time.YearMonth;

/**
 * A published line.
 *
 * @param lineNo {@code YYYYMM-nnnnnnn}
 * @param month 过账月份
 * @param sent whether a bank or settlement file took it
 */
public record PostedLine(String lineNo, YearMonth month, LedgerLine line, boolean sent) {}
