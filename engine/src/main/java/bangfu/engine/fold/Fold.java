package bangfu.engine.fold;

import bangfu.engine.claim.Claim;
import bangfu.engine.claim.Context;
import bangfu.engine.claim.Limit;
import bangfu.engine.claim.Outcome;
import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.Setting;
import bangfu.engine.fact.Membership;
import bangfu.engine.fact.Person;
import bangfu.engine.time.DaySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns the claims of one unit into what is due, pending, listed and refused. For each claim the
 * days of its conditions are intersected and cut into periods; then the claims draw on their limits
 * in one total order. A sum accrues on its first clean day; it is pending only when all days on
 * which it could accrue are doubtful.
 */
public final class Fold {
  private static final String PARAMETER_MISSING = "PARAM_MISSING";

  private final Collection<Claim> claims;
  private final Context context;
  private final Pots pots;
  private final List<Candidate> undecided = new ArrayList<>();
  private final Set<Entitlement> granted = new HashSet<>();
  private final Map<Entitlement, String> refusedByLimit = new HashMap<>();
  private final List<Accrual> accruals = new ArrayList<>();
  private final Map<List<String>, PendingItem> pending = new HashMap<>();
  private final Map<List<String>, Listed> actions = new HashMap<>();
  private final List<Listed> listedElsewhere = new ArrayList<>();
  private final Map<Entitlement, Nothing> nothing = new HashMap<>();
  private final List<Candidate> notAdmitted = new ArrayList<>();

  /** An entry of a list. */
  private record Listed(Action action, Candidate candidate) {}

  /** A sum of 0 fen, for example a share of a standard of 0. */
  private record Nothing(Candidate candidate, Outcome.Payment payment, int day) {}

  /** Null unless reasons are asked for, as they cost more than the decisions. */
  private Explainer explainer;

  private Fold(Collection<Claim> claims, Collection<Limit> limits, Context context) {
    this.claims = claims;
    this.pots = new Pots(limits);
    this.context = context;
  }

  /**
   * The assessment with the refusals of household lists only: they belong to every month's
   * eligibility.
   */
  public static Assessment of(Collection<Claim> claims, Collection<Limit> limits, Context context) {
    Fold fold = new Fold(claims, limits, context);
    fold.decide();
    int today = context.asOf();
    return fold.result(
        fold.refusals(claims.stream().filter(Fold::isHouseholdList).toList(), today, today));
  }

  private static boolean isHouseholdList(Claim claim) {
    return claim.person() == null && claim.outcome() instanceof Outcome.Listing;
  }

  /**
   * The assessment with a refusal for every period from this day (epoch day) on that gives nothing.
   */
  public static Assessment explained(
      Collection<Claim> claims, Collection<Limit> limits, Context context, int from) {
    Fold fold = new Fold(claims, limits, context);
    fold.decide();
    return fold.result(fold.refusals(claims, from, from));
  }

  /**
   * The assessment with the answer to each claim in each period from this day (epoch day) on and to
   * each dated event, of which there is one for each clause, subject, period and item; only what is
   * pending has one for each household concerned.
   */
  public static Explained withReasons(
      Collection<Claim> claims, Collection<Limit> limits, Context context, int from) {
    Fold fold = new Fold(claims, limits, context);
    fold.explainer = new Explainer(context, fold.pots);
    fold.decide();
    Assessment assessment = fold.result(fold.refusals(claims, from, DaySet.EARLIEST));
    return new Explained(assessment, fold.explainer.sorted());
  }

  private void decide() {
    List<Candidate> payable = new ArrayList<>();
    for (Claim claim : claims) {
      for (Membership membership : claim.memberships()) {
        for (Candidate candidate : Candidates.of(new Setting(context, claim, membership))) {
          sort(candidate, payable);
        }
      }
    }
    payable.sort(Candidate.DRAWING_ORDER);
    payable.forEach(this::grant);
    decidePending();
  }

  private void sort(Candidate candidate, List<Candidate> payable) {
    if (candidate.claim().outcome() instanceof Outcome.Listing listing) {
      list(candidate, listing);
    } else if (candidate.waits() || candidate.clean().isEmpty()) {
      undecided.add(candidate);
    } else {
      payable.add(candidate);
    }
  }

  private void list(Candidate candidate, Outcome.Listing listing) {
    String value = listing.value().apply(candidate.setting());
    if (value == null) {
      undecided.add(candidate);
      return;
    }
    Action action =
        new Action(
            candidate.household(),
            candidate.subject(),
            candidate.claim().clause(),
            listing.action(),
            value);
    Person person = candidate.claim().person();
    actions.merge(
        List.of(
            action.clause(),
            person == null ? action.subject() : person.id(),
            action.action(),
            value),
        new Listed(action, candidate),
        this::first);
  }

  private Listed first(Listed one, Listed other) {
    boolean inOrder =
        CodePoints.ORDER.compare(one.action().household(), other.action().household()) <= 0;
    listedElsewhere.add(inOrder ? other : one);
    return inOrder ? one : other;
  }

  private void grant(Candidate candidate) {
    int day = candidate.clean().first();
    String refusal = pots.refusal(candidate, day);
    if (refusal != null) {
      refusedByLimit.put(candidate.key(), refusal);
    } else if (!granted.contains(candidate.key())) {
      Outcome.Payment payment = (Outcome.Payment) candidate.claim().outcome();
      List<Long> amounts = amounts(payment, candidate.setting(), day);
      if (amounts.contains(null)) {
        undecided.add(candidate);
      } else {
        accrue(candidate, payment, amounts, day);
      }
    }
  }

  private static List<Long> amounts(Outcome.Payment payment, Setting setting, int day) {
    List<Long> amounts = new ArrayList<>();
    for (Outcome.Share share : payment.shares()) {
      amounts.add(share.amount().fenOn(setting, day));
    }
    return amounts;
  }

  private void accrue(Candidate candidate, Outcome.Payment payment, List<Long> amounts, int day) {
    long wanted = amounts.stream().mapToLong(Long::longValue).sum();
    if (wanted == 0) {
      nothing.putIfAbsent(candidate.key(), new Nothing(candidate, payment, day));
      return;
    }
    if (explainer != null) {
      explainer.granted(candidate, payment, day);
    }
    long drawn = pots.draw(candidate, day, wanted);
    granted.add(candidate.key());
    for (int i = 0; i < amounts.size(); i++) {
      long fen = amounts.size() == 1 ? drawn : amounts.get(i);
      if (fen > 0) {
        accruals.add(accrual(candidate, payment, payment.shares().get(i), fen, day));
      }
    }
  }

  private static Accrual accrual(
      Candidate candidate, Outcome.Payment payment, Outcome.Share share, long fen, int day) {
    return new Accrual(
        candidate.claim().clause(),
        candidate.household(),
        candidate.subject(),
        candidate.claim().item(),
        candidate.period(),
        LocalDate.ofEpochDay(day),
        share.level(),
        payment.payeeKind(),
        payment.payeeKind() == PayeeKind.HOUSEHOLD ? candidate.household() : payment.payee(),
        fen,
        Candidates.evidence(candidate, day));
  }

  private void decidePending() {
    undecided.sort(Candidate.DOUBT_ORDER);
    pots.chooseDoubtfulFacts(undecided);
    undecided.sort(Candidate.PENDING_ORDER);
    for (Candidate candidate : undecided) {
      String refusal = pots.refusal(candidate, candidate.firstPossibleDay());
      if (refusal != null) {
        refusedByLimit.putIfAbsent(candidate.key(), refusal);
      } else if (!granted.contains(candidate.key())) {
        if (pots.admitsPending(candidate)) {
          wait(candidate);
        } else {
          notAdmitted.add(candidate);
        }
      }
    }
  }

  private void wait(Candidate candidate) {
    PendingItem item = pendingItem(candidate);
    Entitlement key = candidate.key();
    boolean listedOnce = candidate.claim().isState();
    PendingItem before =
        pending.putIfAbsent(
            List.of(
                key.clause(),
                key.subject(),
                key.item(),
                key.period(),
                listedOnce ? "" : item.household()),
            item);
    if (before == null && explainer != null) {
      explainer.pending(candidate, item, "");
    }
  }

  private PendingItem pendingItem(Candidate candidate) {
    int day = candidate.possible().first();
    if (candidate.claim().outcome() instanceof Outcome.Waiting waits) {
      Setting setting = candidate.setting();
      return pendingItem(
          candidate,
          waits.code(),
          waits.least().fenOn(setting, day),
          waits.most().fenOn(setting, day));
    }
    if (candidate.claim().outcome() instanceof Outcome.Payment payment
        && candidate.clean().isEmpty()) {
      List<Long> amounts = amounts(payment, candidate.setting(), day);
      Long most =
          amounts.contains(null) ? null : (Long) amounts.stream().mapToLong(Long::longValue).sum();
      return pendingItem(candidate, candidate.firstHold().code(), 0L, most);
    }
    return pendingItem(candidate, PARAMETER_MISSING, null, null);
  }

  private static PendingItem pendingItem(Candidate candidate, String code, Long least, Long most) {
    return new PendingItem(
        candidate.claim().clause(),
        candidate.household(),
        candidate.subject(),
        candidate.claim().item(),
        candidate.period(),
        code,
        least,
        most);
  }

  private List<Refusal> refusals(Collection<Claim> of, int from, int eventsFrom) {
    Set<Entitlement> decided = new HashSet<>(granted);
    actions
        .values()
        .forEach(
            listed ->
                decided.add(
                    new Entitlement(listed.action().clause(), listed.action().subject(), "", "")));
    for (PendingItem item : pending.values()) {
      decided.add(new Entitlement(item.clause(), item.subject(), item.item(), item.period().id()));
    }
    Refusals refusals = new Refusals(context, pots, decided, refusedByLimit, from, eventsFrom);
    List<Refusal> found = refusals.of(of);
    if (explainer != null) {
      refusals.explainTo(explainer);
      decided.addAll(refusals.refused());
      explainLists(decided);
      explainRest(decided);
      refusals.explainRestTo(explainer, decided);
    }
    return found;
  }

  private void explainLists(Set<Entitlement> answered) {
    Set<Entitlement> listed = new HashSet<>();
    for (Listed here : actions.values()) {
      if (listed.add(here.candidate().key())) {
        explainer.listed(here.candidate(), here.action().action(), "");
      }
    }
    for (Listed elsewhere : listedElsewhere) {
      if (listed.add(elsewhere.candidate().key())) {
        explainer.listed(elsewhere.candidate(), elsewhere.action().action(), home(elsewhere));
      }
    }
    answered.addAll(listed);
  }

  /** The household in which the person of an entry is listed. */
  private String home(Listed elsewhere) {
    Person person = elsewhere.candidate().claim().person();
    return actions.values().stream()
        .filter(here -> here.candidate().claim().person() == person)
        .filter(here -> here.action().action().equals(elsewhere.action().action()))
        .map(here -> here.action().household())
        .findFirst()
        .orElse("");
  }

  /** Sums of 0 fen, and what waits together with another claim. */
  private void explainRest(Set<Entitlement> answered) {
    nothing.forEach(
        (key, zero) -> {
          if (answered.add(key)) {
            explainer.granted(zero.candidate(), zero.payment(), zero.day());
          }
        });
    for (Candidate candidate : notAdmitted) {
      if (answered.add(candidate.key())) {
        explainer.pending(candidate, pendingItem(candidate), pots.pendingWith(candidate));
      }
    }
  }

  private Assessment result(List<Refusal> refusals) {
    accruals.sort(
        Comparator.comparing(Accrual::clause)
            .thenComparing(Accrual::subject)
            .thenComparing(accrual -> accrual.period().firstDay())
            .thenComparing(Accrual::item, CodePoints.ORDER)
            .thenComparing(Accrual::payer));
    List<PendingItem> waiting = new ArrayList<>(pending.values());
    waiting.sort(
        Comparator.comparing(PendingItem::household)
            .thenComparing(PendingItem::subject)
            .thenComparing(PendingItem::clause)
            .thenComparing(item -> item.period().firstDay())
            .thenComparing(PendingItem::item, CodePoints.ORDER));
    List<Action> listed =
        new ArrayList<>(actions.values().stream().map(Listed::action).collect(Collectors.toSet()));
    listed.sort(
        Comparator.comparing(Action::household)
            .thenComparing(Action::subject)
            .thenComparing(Action::clause)
            .thenComparing(Action::action)
            .thenComparing(Action::value));
    return new Assessment(List.copyOf(accruals), waiting, refusals, listed);
  }
}
