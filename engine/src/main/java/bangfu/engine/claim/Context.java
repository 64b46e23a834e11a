package bangfu.engine.claim;

import bangfu.engine.fact.Standards;

/**
 * What an assessment knows beside the unit.
 *
 * @param asOf the assessment day (epoch day): nothing after it accrues, and states are read on it
 */
public record Context(Parameters parameters, Standards standards, int asOf) {}
