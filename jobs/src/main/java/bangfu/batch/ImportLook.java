package bangfu.batch;

import bangfu.assess.UnitAssembler;
import bangfu.database.Database;
import bangfu.intake.CodeHash;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.policy.PolicyInForce;
import bangfu.quality.Finding;
import bangfu.quality.Findings;
import bangfu.quality.ReferenceChecks;
import bangfu.quality.RegisterChecks;
import bangfu.quality.UnitChecks;
import bangfu.quality.UnitFindings;
import bangfu.register.ChangedUnits;
import bangfu.register.Register;
import bangfu.register.SideBySide;
import bangfu.register.StoredRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The checks after an import. Of units of which nothing is new, what the last import found is found
 * again.
 */
final class ImportLook {
  private static final List<Table> OF_MONTHLY_CHECKS =
      List.of(Tables.standard().table("nb_household"), Tables.standard().table("zx_check"));

  private static final List<Integer> BUCKETS =
      IntStream.range(0, ChangedUnits.BUCKETS).boxed().toList();

  private final Register register;
  private final PolicyInForce policy;
  private final Findings findings;
  private final UnitFindings ofUnits;
  private final LocalDate asOf;
  private final int known;

  ImportLook(Database database, Findings findings, LocalDate asOf) {
    this.register = new Register(database.dataSource(), Tables.standard());
    this.policy = new PolicyInForce(database.dataSource());
    this.findings = findings;
    this.ofUnits = new UnitFindings(database.dataSource());
    this.asOf = asOf;
    this.known = register.newestDelivery();
  }

  /** Replaces the findings of the last look; belongs in one transaction. */
  void look() {
    findings.clear();
    try (SideBySide work = new SideBySide()) {
      List<Future<List<Finding>>> ofAll =
          List.of(work.begin(this::ofRegister), work.begin(this::ofReference));
      Optional<UnitFindings.Look> last = ofUnits.last().filter(this::isKept);
      if (last.isPresent()) {
        lookAtChanged(last.get(), work);
      } else {
        lookAtAll();
      }
      ofUnits.finish(new UnitFindings.Look(known, asOf, CodeHash.ofProgram()));
      Findings.Writer all = findings.writer(Findings.OF_REGISTER);
      ofUnits.forEach(all::add);
      for (Future<List<Finding>> found : ofAll) {
        all.add(SideBySide.result(found));
      }
      all.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True when only rows of later deliveries and days that came since make a difference. */
  private boolean isKept(UnitFindings.Look last) {
    LocalDate delivered = register.asOfDays(last.known()).get(last.known());
    return last.program().equals(CodeHash.ofProgram())
        && !last.asOf().isAfter(asOf)
        && delivered != null
        && !delivered.isAfter(last.asOf());
  }

  private void lookAtAll() {
    ofUnits.clear();
    register
        .units(known)
        .forEach(
            0,
            1,
            unit ->
                ofUnits.add(
                    unit.unit(),
                    UnitChecks.of(UnitAssembler.assemble(unit.rows()), unit.rows(), asOf)),
            row -> ofUnits.add(row.row().subject(), List.of(RegisterChecks.unknown(row))));
  }

  private void lookAtChanged(UnitFindings.Look last, SideBySide work) throws IOException {
    ChangedUnits changed =
        register.changedUnits(last.known(), known, UnitChecks.dueDays(last.asOf(), asOf));
    boolean sameMonth = YearMonth.from(last.asOf()).equals(YearMonth.from(asOf));
    if (!sameMonth) {
      ofUnits.forgetMonth();
    }
    Set<String> homes = ofUnits.homes();
    for (BucketLook look : work.all(BUCKETS, bucket -> lookAt(bucket, changed, homes, sameMonth))) {
      ofUnits.forget(look.forgotten());
      look.found().forEach(ofUnits::add);
    }
    if (!sameMonth) {
      work.all(BUCKETS, this::ofMonth)
          .forEach(all -> all.forEach(one -> ofUnits.add(one.household(), List.of(one))));
    }
  }

  private BucketLook lookAt(
      int bucket, ChangedUnits changed, Set<String> homes, boolean sameMonth) {
    BucketLook look = new BucketLook(homes, sameMonth ? UnitChecks::of : UnitChecks::steady, asOf);
    changed.forEach(bucket, look);
    return look;
  }

  private List<Finding> ofMonth(int bucket) {
    List<StoredRow> rows = register.inBucket(bucket, known, OF_MONTHLY_CHECKS);
    return UnitChecks.ofMonth(UnitAssembler.assemble(rows), rows, asOf);
  }

  private List<Finding> ofRegister() {
    Set<String> missing = new TreeSet<>();
    Tables.standard().all().forEach(table -> missing.add(table.name()));
    missing.removeAll(register.lastAccepted(known).keySet());
    return RegisterChecks.of(register, known, missing);
  }

  private List<Finding> ofReference() {
    return ReferenceChecks.of(register, known, asOf, policy.of(null).fundsNamedByClause().keySet());
  }
}
