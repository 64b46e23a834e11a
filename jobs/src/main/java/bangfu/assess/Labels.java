package bangfu.assess;

import bangfu.engine.fact.DisabilityCategory;
import bangfu.engine.fact.EmploymentStatus;
import bangfu.engine.fact.MedicalScheme;
import bangfu.engine.fact.SchoolStage;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of the extracts' code columns. */
final class Labels {
  static final Map<String, SchoolStage> STAGES = by(SchoolStage.values(), SchoolStage::label);
  static final Map<String, DisabilityCategory> CATEGORIES =
      by(DisabilityCategory.values(), DisabilityCategory::label);
  static final Map<String, EmploymentStatus> EMPLOYMENT =
      by(EmploymentStatus.values(), EmploymentStatus::label);
  static final Map<String, MedicalScheme> SCHEMES =
      by(MedicalScheme.values(), MedicalScheme::label);

  private Labels() {}

  private static <T> Map<String, T> by(T[] values, Function<T, String> label) {
    return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(label, Function.identity()));
  }
}
