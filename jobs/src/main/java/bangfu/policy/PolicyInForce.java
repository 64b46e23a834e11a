package bangfu.policy;

import bangfu.ledger.Months;
import bangfu.ledger.PostedMonths;
import bangfu.policy.PackRefusedException.Why;
import bangfu.rules.PolicyPack;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which pack decides in a register: the one of the last posting, until a posting names one that was
 * approved later. A month that a later posting closed keeps the pack of its own last posting. So a
 * command that names no pack never goes back to an older policy, which would claim money back.
 */
public final class PolicyInForce {
  private final JdbcTemplate jdbc;
  private final PackShelf shelf;
  private final PostedMonths months;

  public PolicyInForce(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
    this.shelf = new PackShelf(source);
    this.months = new PostedMonths(source);
  }

  /**
   * The policy of a month.
   *
   * @param month null = of the next one to be posted
   */
  public PolicyPack of(YearMonth month) {
    return kept(month).map(shelf::load).orElseGet(PolicyPack::builtIn);
  }

  /** The pack of a month; empty when it is the policy of the program. */
  public Optional<KeptPack> kept(YearMonth month) {
    YearMonth last = months.last();
    boolean posts = month == null || months.isOpen(month);
    return hash(posts ? last : month)
        .map(
            hash ->
                shelf
                    .of(hash)
                    .orElseThrow(() -> new IllegalStateException("no pack is kept as " + hash)));
  }

  /**
   * Since which posted month the policy of the last one has decided without a break; empty before
   * the first posting.
   */
  public Optional<YearMonth> since() {
    return Optional.ofNullable(
            jdbc.queryForObject(
                "select min(m.posting_month) from posted_month m where not exists ("
                    + "select 1 from posted_month other, posted_month newest"
                    + " where newest.posting_month = (select max(posting_month) from posted_month)"
                    + " and other.posting_month >= m.posting_month"
                    + " and coalesce(other.policy_pack, '') <> coalesce(newest.policy_pack, ''))",
                Integer.class))
        .map(Months::of);
  }

  private Optional<String> hash(YearMonth posted) {
    if (posted == null) {
      return Optional.empty();
    }
    List<String> packs =
        jdbc.queryForList(
            "select policy_pack from posted_month where posting_month = ?"
                + " and policy_pack is not null",
            String.class,
            Months.number(posted));
    return packs.stream().findFirst();
  }

  /**
   * Lets a pack post into a month, or write its folder again.
   *
   * @throws PackRefusedException when it is not approved, or not the one that counts
   */
  public void require(PolicyPack chosen, YearMonth month) {
    Optional<KeptPack> counts = kept(month);
    if (chosen.hash().equals(counts.map(KeptPack::sha256).orElse(""))) {
      return;
    }
    if (!months.isOpen(month)) {
      throw new PackRefusedException(Why.OTHER_THEN, month.toString(), name(counts));
    }
    if (chosen.isBuiltIn()) {
      throw new PackRefusedException(Why.REPLACED, "—", name(counts));
    }
    KeptPack kept = approved(chosen);
    if (counts.isPresent() && kept.approval().number() < counts.get().approval().number()) {
      throw new PackRefusedException(Why.REPLACED, kept.name(), name(counts));
    }
  }

  private KeptPack approved(PolicyPack chosen) {
    String name = chosen.title() + " [" + KeptPack.shortened(chosen.hash()) + ']';
    KeptPack kept =
        shelf
            .of(chosen.hash())
            .orElseThrow(() -> new PackRefusedException(Why.NOT_REGISTERED, name));
    if (kept.approval() == null) {
      throw new PackRefusedException(
          Why.NOT_APPROVED,
          kept.name(),
          KeptPack.shortened(kept.sha256()),
          kept.registrar().name());
    }
    return kept;
  }

  private static String name(Optional<KeptPack> pack) {
    return pack.map(KeptPack::name).orElse("");
  }

  /** Records by which pack a month was posted; in the transaction of the posting. */
  public void posted(YearMonth month, PolicyPack pack) {
    jdbc.update(
        "update posted_month set policy_pack = ? where posting_month = ?",
        pack.isBuiltIn() ? null : pack.hash(),
        Months.number(month));
  }
}
