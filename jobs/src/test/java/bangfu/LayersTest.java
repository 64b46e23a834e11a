package bangfu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Imports run downward, and the engine knows nothing of files, databases or the rules. */
class LayersTest {
  /** From the lowest to the highest; a package may use those before it. */
  private static final List<String> ORDER =
      List.of(
          "bangfu.engine",
          "bangfu.rules",
          "bangfu.table",
          "bangfu.database",
          "bangfu.intake",
          "bangfu.register",
          "bangfu.assess",
          "bangfu.quality",
          "bangfu.ledger",
          "bangfu.payment",
          "bangfu.policy",
          "bangfu.report",
          "bangfu.batch",
          "bangfu.explain",
          "bangfu.recalculate",
          "bangfu.simulate",
          "bangfu.cases",
          "bangfu.sample",
          "bangfu.cli");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("bangfu");

  @Test
  void importsRunDownward() {
    for (int lower = 0; lower < ORDER.size(); lower++) {
      for (String higher : ORDER.subList(lower + 1, ORDER.size())) {
        noClasses()
            .that()
            .resideInAPackage(ORDER.get(lower) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(higher + "..")
            .allowEmptyShould(true)
            .check(CLASSES);
      }
    }
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("bangfu.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothingBelowTheCommandLineAsksForToday() {
    noClasses()
        .that()
        .resideOutsideOfPackages("bangfu.cli..")
        .should()
        .callMethod(java.time.LocalDate.class, "now")
        .check(CLASSES);
  }
}
