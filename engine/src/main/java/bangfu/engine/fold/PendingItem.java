package bangfu.engine.fold;

import bangfu.engine.time.Period;

/**
 * A sum that cannot be decided yet.
 *
 * @param item as in {@link Accrual}
 * @param code pending code, for example {@code HOLD_ID_INVALID}
 * @param leastFen least it can come to, fen; null = unknown
 * @param mostFen most it can come to, fen; null = unknown
 */
public record PendingItem(
    String clause,
    String household,
    String subject,
    String item,
    Period period,
    String code,
    Long leastFen,
    Long mostFen) {}
