package bangfu.engine.claim;

import java.util.List;
import java.util.function.Function;

/**
 * One word of the policy: a condition of a claim as days with their proof.
 *
 * @param name the word in Chinese, for explanations
 * @param test answers in which days it holds; null for a word made of others
 * @param parts the words it is made of, in the order in which their absence is reported
 */
public record Condition(String name, Function<Setting, Holding> test, List<Condition> parts) {

  public static Condition of(String name, Function<Setting, Holding> test) {
    return new Condition(name, test, List.of());
  }

  /** A word that stands for several, in this order. */
  public static Condition all(String name, Condition... parts) {
    return new Condition(name, null, List.of(parts));
  }

  public Holding in(Setting setting) {
    return test.apply(setting);
  }
}
