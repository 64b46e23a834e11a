package bangfu.engine.fold;

import bangfu.engine.time.Period;

/**
 * A clause that gives nothing in a period.
 *
 * @param item as in {@link Accrual}
 * @param code the first condition, in the clause's order, that failed
 */
public record Refusal(
    String clause, String household, String subject, String item, Period period, String code) {}
