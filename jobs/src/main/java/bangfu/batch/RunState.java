package bangfu.batch;

import bangfu.assess.AssessedUnit;
import bangfu.assess.Assessor;
import bangfu.assess.CorrectionReason;
import bangfu.assess.StandardsAssembler;
import bangfu.assess.UnitCorrections;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fact.Standards;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.ledger.LedgerLine;
import bangfu.ledger.LineKey;
import bangfu.ledger.PayerRule;
import bangfu.ledger.PayerRules;
import bangfu.ledger.PostedLine;
import bangfu.ledger.PostedMonths;
import bangfu.ledger.Posting;
import bangfu.register.Register;
import bangfu.register.StoredRow;
import bangfu.rules.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What one run knows: fixed once the delivery is in, the same for every partition.
 *
 * @param known the newest delivery this run may know: for a month that is closed by a later
 *     posting, the one its last posting knew
 * @param missingTables tables that were never delivered
 */
public record RunState(
    YearMonth month,
    boolean open,
    int known,
    Set<String> missingTables,
    Assessor assessor,
    Posting posting) {

  /** 付款层级 as the finance bureau writes it. */
  static final Map<String, PayerLevel> LEVELS =
      Map.of("市", PayerLevel.CITY, "区", PayerLevel.DISTRICT, "镇", PayerLevel.TOWN);

  /**
   * The state of a run.
   *
   * @param asKnownOn the delivery to know as the newest; 0 = the one that the month says
   * @throws bangfu.register.NeverDeliveredException without households or members
   */
  public static RunState of(
      YearMonth month, int asKnownOn, Register register, PostedMonths months, Policy policy) {
    boolean open = months.isOpen(month);
    int newest = asKnownOn == 0 ? register.newestDelivery() : asKnownOn;
    int known = open || asKnownOn != 0 ? newest : months.knownDelivery(month).orElse(newest);
    return of(month, open, known, new Reference(known, known), register, policy);
  }

  /**
   * What a month would be if it was decided with what was known at some delivery.
   *
   * @param reference what is known of standards and payers
   * @throws bangfu.register.NeverDeliveredException without households or members
   */
  public static RunState knownOn(
      int known, Reference reference, YearMonth month, Register register, Policy policy) {
    return of(month, true, known, reference, register, policy);
  }

  /** The deliveries at which standards and payer rules are known. */
  public record Reference(int standards, int payers) {}

  private static RunState of(
      YearMonth month,
      boolean open,
      int known,
      Reference reference,
      Register register,
      Policy policy) {
    register.requireHouseholds(known);
    Set<String> missing = missingTables(register, known);
    Set<String> undecided = new TreeSet<>();
    missing.forEach(
        name -> undecided.addAll(clausesRestingOn(Tables.standard().table(name), policy)));
    Standards standards = standards(register, reference.standards());
    Assessor assessor = new Assessor(policy, standards, month.atEndOfMonth(), undecided);
    PayerRules payers = payerRules(register, reference.payers(), policy);
    Posting posting = new Posting(month, payers, policy::title, undecided);
    return new RunState(month, open, known, missing, assessor, posting);
  }

  /**
   * The lines that a unit still needs; also for households that a correction made untrue: what was
   * posted for them is reversed.
   *
   * @param posted every line of the unit's households up to the month
   */
  public List<LedgerLine> lines(AssessedUnit assessed, List<PostedLine> posted) {
    UnitCorrections corrections = assessor.corrections(assessed.unit());
    return lines(assessed, posted, line -> corrections.of(asPosted(line)));
  }

  /** As {@link #lines(AssessedUnit, List)}, for whoever does not ask why. */
  public List<LedgerLine> linesWithoutReason(AssessedUnit assessed, List<PostedLine> posted) {
    return lines(assessed, posted, line -> CorrectionReason.OTHER);
  }

  private List<LedgerLine> lines(
      AssessedUnit assessed,
      List<PostedLine> posted,
      Function<PostedLine, CorrectionReason> correction) {
    UnitFiling filing = new UnitFiling(assessed.unit(), assessor.asOf());
    return posting.difference(assessed.assessment().accruals(), posted, filing, correction);
  }

  private static CorrectionReason.Posted asPosted(PostedLine line) {
    LineKey key = line.line().key();
    return new CorrectionReason.Posted(
        key.household(),
        key.clause(),
        key.subject(),
        key.period(),
        line.line().accruedOn(),
        key.payee());
  }

  /** The clauses that cannot be decided while a table was never delivered, in order. */
  public static Set<String> clausesRestingOn(Table table, Policy policy) {
    Set<String> clauses = new TreeSet<>(table.clauses());
    clauses.addAll(policy.pack().clausesRestingOn(table.name()));
    return clauses;
  }

  private static Set<String> missingTables(Register register, int known) {
    Set<String> delivered = register.lastAccepted(known).keySet();
    Set<String> missing = new TreeSet<>();
    for (Table table : Tables.standard().all()) {
      if (!delivered.contains(table.name())) {
        missing.add(table.name());
      }
    }
    return missing;
  }

  private static Standards standards(Register register, int known) {
    return StandardsAssembler.of(
        register.reference(Tables.standard().table("mz_standard"), known),
        register.reference(Tables.standard().table("rs_min_contribution"), known));
  }

  private static PayerRules payerRules(Register register, int known, Policy policy) {
    List<PayerRule> rules =
        register.reference(Tables.standard().table("cz_payer_rule"), known).stream()
            .map(RunState::payerRule)
            .toList();
    return new PayerRules(rules, policy.fundsNamedByClause());
  }

  private static PayerRule payerRule(StoredRow row) {
    return new PayerRule(
        row.value("条款"),
        LocalDate.parse(row.value("起始日期")),
        row.value("资金代码"),
        LEVELS.get(row.value("付款层级")));
  }
}
