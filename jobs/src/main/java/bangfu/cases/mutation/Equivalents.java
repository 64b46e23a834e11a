package bangfu.cases.mutation;

import bangfu.rules.PolicyFile;
import bangfu.rules.PolicyPack;
import bangfu.rules.TextYaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Written reasons why mutants change nothing, in {@code equivalents.yaml} of a measure: the
 * mutant's id, in which {@code *} stands for any text, and the reason.
 */
final class Equivalents {
  private final Map<String, String> reasons = new LinkedHashMap<>();

  private Equivalents() {}

  static Equivalents of(PolicyPack pack) {
    Equivalents read = new Equivalents();
    for (String measure : pack.measures()) {
      for (PolicyFile file : pack.equivalents(measure)) {
        TextYaml.load(file.text())
            .forEach((id, reason) -> read.reasons.put(measure + '/' + id, String.valueOf(reason)));
      }
    }
    return read;
  }

  /** The reason of a mutant; null when there is none. */
  String reason(String id) {
    return reasons.entrySet().stream()
        .filter(entry -> matches(entry.getKey(), id))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static boolean matches(String written, String id) {
    String[] texts = written.split("\\*", -1);
    StringBuilder pattern = new StringBuilder(Pattern.quote(texts[0]));
    for (int i = 1; i < texts.length; i++) {
      pattern.append(".*").append(Pattern.quote(texts[i]));
    }
    return id.matches(pattern.toString());
  }

  /** Reasons that explain no survivor of these results. */
  List<String> idle(List<MutantResult> results) {
    List<String> idle = new ArrayList<>();
    for (String written : reasons.keySet()) {
      if (results.stream()
          .noneMatch(
              result ->
                  result.state() == MutantResult.State.EQUIVALENT
                      && matches(written, result.id()))) {
        idle.add(written);
      }
    }
    return idle;
  }
}
