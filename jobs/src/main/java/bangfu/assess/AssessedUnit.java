package bangfu.assess;

import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Assessment;
import java.util.Map;

/**
 * A unit with what the policy says about it.
 *
 * @param eligibility by household number
 */
public record AssessedUnit(
    Unit unit, Assessment assessment, Map<String, EligibilityLine> eligibility) {}
