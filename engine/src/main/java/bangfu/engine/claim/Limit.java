package bangfu.engine.claim;

import bangfu.engine.time.Cadence;
import bangfu.engine.time.Period;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Function;

/**
 * How a claim shares a pot with others: a key, a period, and a count of one or a sum. Claims draw
 * on their pots in the order of accrual day, clause, household and document number; so what was
 * drawn by May stays drawn in June.
 */
public final class Limit {
  /** In which the limits of a claim are asked, so that the same one refuses it every time. */
  public static final Comparator<Limit> ORDER =
      Comparator.comparing((Limit limit) -> limit.name).thenComparing(limit -> limit.code);

  private final Claim claim;
  private final String name;
  private final Cadence cadence;
  private final String code;
  private Function<Setting, String> scope = setting -> setting.person().id();
  private Amount cap;
  private boolean sharedByFact;
  private boolean sharedByHousehold;
  private boolean pendingOnce;
  private String codeElsewhere;
  private Set<String> explainedCodes = Set.of();

  private Limit(Claim claim, String name, Cadence cadence, String code) {
    this.claim = claim;
    this.name = name;
    this.cadence = cadence;
    this.code = code;
    this.codeElsewhere = code;
  }

  /**
   * Only one claim draws on the pot, per person unless said otherwise.
   *
   * @param cadence how often the pot is filled; null = never again
   * @param code why another claim gives nothing
   */
  public static Limit one(Claim claim, String name, Cadence cadence, String code) {
    return new Limit(claim, name, cadence, code);
  }

  /** The claims together come to at most this amount per period of the cadence. */
  public static Limit sum(Claim claim, String name, Cadence cadence, Amount cap, String code) {
    Limit limit = new Limit(claim, name, cadence, code);
    limit.cap = cap;
    return limit;
  }

  /** Whose pot it is. */
  public Limit per(Function<Setting, String> key) {
    scope = key;
    return this;
  }

  public Limit perHousehold() {
    return per(setting -> setting.household().number());
  }

  /** Claims about the same fact draw together. */
  public Limit sharedByFact() {
    sharedByFact = true;
    return this;
  }

  /** Claims of the same household draw together. */
  public Limit sharedByHousehold() {
    sharedByHousehold = true;
    return this;
  }

  /** While nothing is drawn, only the first claim that might draw is pending. */
  public Limit pendingOnce() {
    pendingOnce = true;
    return this;
  }

  /** The code when a claim of another household has drawn. */
  public Limit elsewhere(String otherCode) {
    codeElsewhere = otherCode;
    return this;
  }

  /** These refusals are better explained by the pot, if another claim has drawn on it. */
  public Limit explains(String... codes) {
    explainedCodes = Set.of(codes);
    return this;
  }

  public Claim claim() {
    return claim;
  }

  /** The pot of a claim in a setting on a day. */
  public String pot(Setting setting, int day) {
    Period period = cadence == null ? null : cadence.containing(day);
    return name + '|' + scope.apply(setting) + '|' + (period == null ? "" : period.id());
  }

  /** The most the claims may come to; null = only one may draw. */
  public Amount cap() {
    return cap;
  }

  public boolean isSharedByFact() {
    return sharedByFact;
  }

  public boolean isSharedByHousehold() {
    return sharedByHousehold;
  }

  public boolean isPendingOnce() {
    return pendingOnce;
  }

  public String code(boolean sameHousehold) {
    return sameHousehold ? code : codeElsewhere;
  }

  public boolean speaksFor(String refusalCode) {
    return explainedCodes.contains(refusalCode);
  }
}
