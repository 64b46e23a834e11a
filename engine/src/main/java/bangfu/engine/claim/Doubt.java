package bangfu.engine.claim;

import bangfu.engine.fact.Hold;
import bangfu.engine.time.DaySet;

/** Days on which a condition seems to hold, but a check says that it may not. */
public record Doubt(Hold hold, DaySet days) {}
