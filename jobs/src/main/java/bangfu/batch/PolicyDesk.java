package bangfu.batch;

import bangfu.database.Database;
import bangfu.payment.Actor;
import bangfu.policy.KeptPack;
import bangfu.policy.PackRefusedException;
import bangfu.policy.PackRefusedException.Why;
import bangfu.policy.PackShelf;
import bangfu.rules.PolicyPack;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registers and approves packs of the policy. The database refuses a second registration, and an
 * approval by whoever registered the pack.
 */
public final class PolicyDesk {
  private final Database database;
  private final Clock clock;
  private final PackShelf shelf;
  private final TransactionTemplate transaction;

  public PolicyDesk(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.shelf = new PackShelf(database.dataSource());
    this.transaction = new TransactionTemplate(database.transactions());
  }

  /** All packs, the first registered first. */
  public List<KeptPack> packs() {
    return shelf.all();
  }

  /**
   * The pack whose hash begins so.
   *
   * @throws PackRefusedException when there is none, or more than one
   */
  public KeptPack named(String beginning) {
    List<KeptPack> found =
        shelf.all().stream().filter(pack -> pack.sha256().startsWith(beginning)).toList();
    if (found.size() != 1) {
      throw new PackRefusedException(Why.UNKNOWN, beginning);
    }
    return found.get(0);
  }

  /**
   * Registers a pack.
   *
   * @throws PackRefusedException when it is registered
   */
  public KeptPack register(PolicyPack pack, PaymentDesk.Decision decision) {
    shelf
        .of(pack.hash())
        .ifPresent(
            kept -> {
              throw new PackRefusedException(
                  Why.REGISTERED_ALREADY, kept.name(), kept.registrar().name());
            });
    transaction.executeWithoutResult(
        status -> shelf.register(pack, actor(decision), decision.reason(), clock.instant()));
    return shelf.of(pack.hash()).orElseThrow();
  }

  /**
   * Approves a pack: from now on a run may name it.
   *
   * @throws PackRefusedException when it is approved, or the person or account registered it
   */
  public KeptPack approve(KeptPack pack, PaymentDesk.Decision decision) {
    Actor by = actor(decision);
    if (pack.approval() != null) {
      throw new PackRefusedException(
          Why.APPROVED_ALREADY, pack.name(), pack.approval().by().name());
    }
    if (by.name().equals(pack.registrar().name())) {
      throw new PackRefusedException(Why.SAME_PERSON, pack.name(), by.name());
    }
    if (by.systemUser().equals(pack.registrar().systemUser())) {
      throw new PackRefusedException(Why.SAME_USER, pack.name(), by.systemUser());
    }
    transaction.executeWithoutResult(
        status -> shelf.approve(pack, by, decision.reason(), clock.instant()));
    return shelf.of(pack.sha256()).orElseThrow();
  }

  private Actor actor(PaymentDesk.Decision decision) {
    return new Actor(decision.name(), database.holder().user());
  }
}
