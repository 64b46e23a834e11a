package bangfu.engine.claim;

import java.util.List;
import java.util.function.Function;

/** What a claim comes to when its conditions hold. */
public sealed interface Outcome {

  /**
   * Money.
   *
   * @param shares one per payer, at least one
   * @param payee null = the household
   */
  record Payment(List<Share> shares, PayeeKind payeeKind, String payee) implements Outcome {}

  /**
   * One payer's share.
   *
   * @param level the level the clause names; {@link PayerLevel#UNSPECIFIED} = by payer rule
   */
  record Share(PayerLevel level, Amount amount) {}

  /**
   * Nothing until somebody supplies what is missing.
   *
   * @param least least it can come to
   * @param most most it can come to
   */
  record Waiting(String code, Amount least, Amount most) implements Outcome {}

  /**
   * A place on a list.
   *
   * @param value 数值; empty text = none, null = cannot be known yet
   */
  record Listing(String action, Function<Setting, String> value) implements Outcome {}
}
