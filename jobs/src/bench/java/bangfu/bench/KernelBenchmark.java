package bangfu.bench;

import bangfu.assess.AssessedUnit;
import bangfu.assess.Assessor;
import bangfu.assess.StandardsAssembler;
import bangfu.database.Database;
import bangfu.intake.Tables;
import bangfu.register.ProgressListener;
import bangfu.register.Reception;
import bangfu.register.Register;
import bangfu.register.UnitRows;
import bangfu.rules.Policy;
import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The kernel: from the rows of a household to its decisions over all 34 months. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class KernelBenchmark {
  private static final int HOUSEHOLDS = 3_000;
  private static final LocalDate LAST_DAY = LocalDate.of(2019, 12, 31);

  private final List<UnitRows> units = new ArrayList<>();
  private Database database;
  private Assessor assessor;
  private int next;

  @Setup
  public void receiveSample() throws IOException {
    Path folder = Files.createTempDirectory("bangfu-bench");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, HOUSEHOLDS).write(folder);
    database = Database.open("jdbc:h2:mem:bench");
    new Reception(
            database.dataSource(), database.transactions(), Tables.standard(), Clock.systemUTC())
        .receive(folder, LAST_DAY, ProgressListener.none());
    Register register = new Register(database.dataSource(), Tables.standard());
    int known = register.newestDelivery();
    assessor =
        new Assessor(
            new Policy(),
            StandardsAssembler.of(
                register.reference(Tables.standard().table("mz_standard"), known),
                register.reference(Tables.standard().table("rs_min_contribution"), known)),
            LAST_DAY,
            Set.of());
    register.units(known).forEach(0, 1, units::add);
  }

  @TearDown
  public void close() {
    database.close();
  }

  /** One unit, nearly always one household. */
  @Benchmark
  public AssessedUnit assess() {
    next = (next + 1) % units.size();
    return assessor.assess(units.get(next).rows());
  }
}
