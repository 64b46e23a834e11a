package bangfu.engine.fold;

import java.util.List;

/**
 * The result for one unit: everything that accrued up to the assessment day.
 *
 * @param refusals empty unless they were asked for
 */
public record Assessment(
    List<Accrual> accruals,
    List<PendingItem> pending,
    List<Refusal> refusals,
    List<Action> actions) {}
