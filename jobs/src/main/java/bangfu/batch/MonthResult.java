package bangfu.batch;

import bangfu.payment.Balance;
import bangfu.register.DeliveryReport;
import java.nio.file.Path;
import java.time.YearMonth;

/**
 * What the monthly job did.
 *
 * @param delivery what became of the extracts; null when none were given
 * @param posted lines that this run added
 * @param lines lines of the month, those of earlier runs too
 * @param amountFen their sum
 * @param bankRows rows of the month's bank files
 * @param laterMonth the last posted month when nothing was posted: a later one, or this one if it
 *     is closed; null = this month was open
 * @param defects a row or file was rejected, or a blocking check found something
 */
public record MonthResult(
    DeliveryReport delivery,
    long posted,
    long lines,
    long amountFen,
    long bankRows,
    Balance balance,
    Path folder,
    YearMonth laterMonth,
    boolean defects) {}
