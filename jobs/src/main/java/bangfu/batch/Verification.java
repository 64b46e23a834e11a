package bangfu.batch;

import bangfu.database.Database;
import bangfu.ledger.LedgerFileCheck;
import bangfu.ledger.Months;
import bangfu.ledger.Seal;
import bangfu.ledger.Seals;
import bangfu.payment.MoneyChecks;
import bangfu.payment.MoneyChecks.Result;
import bangfu.payment.PaymentBatch;
import bangfu.payment.PaymentBatches;
import bangfu.report.Anchor;
import bangfu.report.FolderCheck;
import bangfu.report.SentFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Recomputes what must hold, from the database and the files alone. Reads only. */
public final class Verification {
  private static final String MANIFEST = "manifest.json";

  private final Database database;
  private final JdbcTemplate jdbc;
  private final YearMonth only;

  /** A look at everything. */
  public Verification(Database database) {
    this(database, null);
  }

  /**
   * A look at what one month needs: its lines, the seals over them, its bank files, batches and
   * folders. The seal before its first line is believed, and nothing of other months is looked at.
   *
   * @param only the month; null = all of them
   */
  public Verification(Database database, YearMonth only) {
    this.database = database;
    this.jdbc = new JdbcTemplate(database.dataSource());
    this.only = only;
  }

  /** All checks, without copies of manifests. */
  public List<Result> of(Path out) {
    return of(out, List.of());
  }

  /**
   * All checks.
   *
   * @param out where the folders lie; months that have none there are not looked at
   * @param copies manifests that were kept elsewhere, whose seals the ledger must have too
   */
  public List<Result> of(Path out, List<Path> copies) {
    List<Result> results = new ArrayList<>();
    results.add(seals());
    results.add(anchors(out, copies));
    results.addAll(MoneyChecks.of(database.dataSource(), only));
    results.add(months(out));
    results.add(ledgerFiles(out));
    results.add(sent(out));
    return results;
  }

  private Result seals() {
    Seals seals = new Seals(database.reader());
    Seals.Report report = only == null ? seals.check() : seals.check(only);
    Seals.Break broken = report.firstBreak();
    String where =
        broken == null
            ? null
            : broken.firstLineNo().equals(broken.lastLineNo())
                ? broken.firstLineNo()
                : broken.firstLineNo() + " … " + broken.lastLineNo();
    return new Result("SEALS", report.lines(), where);
  }

  /**
   * The seals that the manifests repeat, those of months and batches unknown to the register too.
   */
  private Result anchors(Path out, List<Path> copies) {
    List<Path> manifests = new ArrayList<>(copies);
    manifests.addAll(manifests(out, "\\d{4}-\\d{2}"));
    manifests.addAll(manifests(out.resolve("sent"), "\\d{6}-\\d{3,}"));
    long looked = 0;
    for (Path manifest : manifests) {
      looked++;
      if (!agrees(manifest)) {
        return new Result("ANCHORS", looked, manifest.toString());
      }
    }
    return new Result("ANCHORS", looked, null);
  }

  /** True too of a manifest that was written before anything was sealed. */
  private boolean agrees(Path manifest) {
    try {
      Optional<Seal> anchor = Anchor.in(manifest);
      return anchor.isEmpty() || new Seals(database.dataSource()).has(anchor.get());
    } catch (IOException e) {
      return false;
    }
  }

  private List<Path> manifests(Path parent, String name) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(parent)) {
      return folders
          .filter(folder -> folder.getFileName().toString().matches(name) && isLookedAt(folder))
          .map(folder -> folder.resolve(MANIFEST))
          .filter(Files::exists)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isLookedAt(Path folder) {
    String digits = folder.getFileName().toString().replace("-", "");
    return only == null || digits.startsWith(Integer.toString(Months.number(only)));
  }

  /** A month whose folder is there. */
  private record Written(YearMonth month, Path folder, boolean unfinished) {}

  private List<Written> written(Path out) {
    List<Written> written = new ArrayList<>();
    for (int number : numbers("select posting_month from posted_month order by posting_month")) {
      YearMonth month = Months.of(number);
      Path folder = out.resolve(month.toString());
      if (isLookedAt(folder) && Files.isDirectory(folder)) {
        written.add(new Written(month, folder, isUnfinished(number)));
      }
    }
    return written;
  }

  /**
   * True when the last run that writes the month was killed or failed: its folder may be the old
   * one or the new one, and the next start of the same command ends it.
   */
  private boolean isUnfinished(int month) {
    List<String> last =
        jdbc.queryForList(
            "select status from job_run where kind in ('RUN', 'CORRECTION') and posting_month = ?"
                + " order by run_no desc limit 1",
            String.class,
            month);
    return !last.equals(List.of("COMPLETED"));
  }

  /** A month's folder against the manifest that its last complete run left. */
  private Result months(Path out) {
    long looked = 0;
    for (Written month : written(out)) {
      String manifest = manifest(Months.number(month.month()));
      if (manifest != null || month.unfinished()) {
        looked++;
        String changed =
            FolderCheck.firstChanged(month.folder(), month.unfinished() ? null : manifest);
        if (changed != null) {
          return new Result("MONTH_FILES", looked, month.folder().resolve(changed).toString());
        }
      }
    }
    return new Result("MONTH_FILES", looked, null);
  }

  private String manifest(int month) {
    List<String> manifest =
        jdbc.queryForList(
            "select manifest_sha256 from job_run where kind in ('RUN', 'CORRECTION')"
                + " and posting_month = ?"
                + " and status = 'COMPLETED' order by run_no desc limit 1",
            String.class,
            month);
    return manifest.isEmpty() ? null : manifest.get(0);
  }

  private Result ledgerFiles(Path out) {
    LedgerFileCheck check = new LedgerFileCheck(database.dataSource());
    long looked = 0;
    for (Written month : written(out)) {
      looked++;
      Optional<String> difference =
          check.firstDifference(month.month(), month.folder(), month.unfinished());
      if (difference.isPresent()) {
        return new Result("LEDGER_FILES", looked, month.month() + " " + difference.get());
      }
    }
    return new Result("LEDGER_FILES", looked, null);
  }

  /** The folder of every batch that was sent; a missing one is a break. */
  private Result sent(Path out) {
    long looked = 0;
    for (int number :
        numbers(
            "select distinct b.posting_month from payment_batch b join batch_dispatch d"
                + " on d.batch_no = b.batch_no order by 1")) {
      for (PaymentBatch batch : new PaymentBatches(database.dataSource()).of(Months.of(number))) {
        Path folder = SentFolder.of(batch, out);
        List<String> manifest =
            jdbc.queryForList(
                "select manifest_sha256 from batch_dispatch where batch_no = ?",
                String.class,
                batch.number());
        if (!manifest.isEmpty() && isLookedAt(folder)) {
          looked++;
          String changed = FolderCheck.firstChanged(folder, manifest.get(0));
          if (changed != null) {
            return new Result("SENT_FILES", looked, folder.resolve(changed).toString());
          }
        }
      }
    }
    return new Result("SENT_FILES", looked, null);
  }

  private List<Integer> numbers(String query) {
    return jdbc.queryForList(query, Integer.class);
  }
}
