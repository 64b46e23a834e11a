package bangfu.batch;

import bangfu.assess.UnitAssembler;
import bangfu.engine.fact.Unit;
import bangfu.quality.Finding;
import bangfu.quality.RegisterChecks;
import bangfu.register.ChangedUnits;
import bangfu.register.StoredRow;
import bangfu.register.UnitRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is found in the changed units of one bucket, and what was found there before. */
final class BucketLook implements ChangedUnits.Listener {
  private final Set<String> homes;
  private final Checks checks;
  private final LocalDate asOf;
  private final Set<String> forgotten = new TreeSet<>();
  private final Map<String, List<Finding>> found = new TreeMap<>();

  /**
   * @param homes the homes of all that was found before, not changed here
   */
  BucketLook(Set<String> homes, Checks checks, LocalDate asOf) {
    this.homes = homes;
    this.checks = checks;
    this.asOf = asOf;
  }

  /** Looks at a unit. */
  @FunctionalInterface
  interface Checks {
    List<Finding> of(Unit unit, List<StoredRow> rows, LocalDate asOf);
  }

  @Override
  public void subject(String subject) {
    if (homes.contains(subject)) {
      forgotten.add(subject);
    }
  }

  @Override
  public void unit(UnitRows unit) {
    List<Finding> ofUnit = checks.of(UnitAssembler.assemble(unit.rows()), unit.rows(), asOf);
    if (!ofUnit.isEmpty()) {
      found.put(unit.unit(), ofUnit);
    }
  }

  @Override
  public void unused(StoredRow row) {
    found
        .computeIfAbsent(row.row().subject(), subject -> new ArrayList<>())
        .add(RegisterChecks.unknown(row));
  }

  /** The homes of which all that was found before is to be forgotten. */
  Set<String> forgotten() {
    return forgotten;
  }

  /** What was found, by its home: the smallest number of a unit, or whom no unit has. */
  Map<String, List<Finding>> found() {
    return found;
  }
}
