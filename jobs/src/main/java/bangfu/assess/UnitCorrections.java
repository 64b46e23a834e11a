package bangfu.assess;

import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Assessment;
import java.util.function.Supplier;

/** The reasons of one unit's corrections; what is due is explained once, when first asked for. */
public final class UnitCorrections {
  private final Unit unit;
  private final Supplier<Assessment> explanation;
  private Assessment explained;

  UnitCorrections(Unit unit, Supplier<Assessment> explanation) {
    this.unit = unit;
    this.explanation = explanation;
  }

  /** Why a posted line is no longer due as it was posted. */
  public CorrectionReason of(CorrectionReason.Posted posted) {
    if (explained == null) {
      explained = explanation.get();
    }
    return CorrectionReason.of(unit, explained, posted);
  }
}
