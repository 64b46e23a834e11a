package bangfu.recalculate;

import bangfu.batch.Scope;
import java.time.YearMonth;

/**
 * What is recalculated.
 *
 * @param month through whose last day; compared with the lines posted in it and before
 * @param known the newest delivery that may be known, from 1
 * @param scope whose sums
 */
public record Question(YearMonth month, int known, Scope scope) {}
