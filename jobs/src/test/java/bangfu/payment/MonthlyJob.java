package bangfu.payment;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.assess.CorrectionReason;
import bangfu.database.Database;
import bangfu.database.TestServer;
import bangfu.engine.fold.Accrual;
import bangfu.intake.Tables;
import bangfu.ledger.FilingFacts;
import bangfu.ledger.LedgerByBucket;
import bangfu.ledger.LedgerFile;
import bangfu.ledger.LedgerLine;
import bangfu.ledger.PayerRule;
import bangfu.ledger.PayerRules;
import bangfu.ledger.PostedLine;
import bangfu.ledger.PostedLines;
import bangfu.ledger.PostedMonths;
import bangfu.ledger.Posting;
import bangfu.ledger.Publication;
import bangfu.ledger.Staging;
import bangfu.ledger.Sums;
import bangfu.payment.profile.BankProfile;
import bangfu.register.Register;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

/** A small monthly job: posts, publishes, sends and writes, on a real database. */
final class MonthlyJob implements Accounts, AutoCloseable {
  private static final Set<String> HOUSEHOLDS = Set.of("H1", "H2", "H3", "H4", "H5");

  final String url;
  final Database database;
  final Map<String, Account> accounts = new HashMap<>();
  FilingFacts facts = Sums.IN_TOWN;
  List<PayerRule> rules = List.of();
  BankProfile bank = BankProfile.standard();
  Random stagingOrder = new Random(1);
  private final Path folder;

  MonthlyJob(TestServer server, Path folder) {
    this.folder = folder;
    this.url = server.newDatabase(folder);
    this.database = Database.open(url);
  }

  static Account account(String name, String number) {
    return account(name, name, number);
  }

  /** An account whose cardholder has one name, and the account another. */
  static Account account(String holder, String name, String number) {
    return new Account(
        new Account.Holder("44049919500101012X", Set.of(holder), null),
        name,
        number,
        "农商银行",
        "",
        Set.of());
  }

  /** The same account, into which another household is paid too. */
  static Account shared(Account account, String household) {
    return new Account(
        account.holder(),
        account.accountName(),
        account.number(),
        account.bankName(),
        account.bankCode(),
        Set.of(household));
  }

  @Override
  public Map<String, Account> of(Collection<String> households) {
    Map<String, Account> known = new HashMap<>(accounts);
    known.keySet().retainAll(households);
    return known;
  }

  /** Without a name nothing needs approval. */
  Actor preparer = new Actor("", "bangfu");

  /** Posts a month and writes its files; returns how many lines were new. */
  long run(String month, Accrual... accruals) {
    YearMonth posted = YearMonth.parse(month);
    List<LedgerLine> lines = new ArrayList<>(difference(posted, accruals));
    Collections.shuffle(lines, stagingOrder);
    Staging.Writer staging = new Staging(database.dataSource()).writer(0);
    staging.add(lines);
    staging.finish();
    long published =
        new TransactionTemplate(database.transactions())
            .execute(
                status -> {
                  long count = new Publication(database.dataSource()).publish(posted, 1, 1);
                  new PaymentRun(database.dataSource(), this, bank)
                      .prepare(posted, count, new Preparation(1, preparer, Instant.EPOCH));
                  return count;
                });
    write(month);
    return published;
  }

  private List<LedgerLine> difference(YearMonth month, Accrual... accruals) {
    List<PostedLine> posted = posted(month);
    PayerRules payers = new PayerRules(rules, Map.of("2.2.6-b", "HOUSING"));
    return new Posting(month, payers, clause -> "项目" + clause, Set.of())
        .difference(List.of(accruals), posted, facts, line -> CorrectionReason.OTHER);
  }

  /** All lines, read in both ways, which must agree on what was sent too. */
  private List<PostedLine> posted(YearMonth month) {
    PostedLines byHousehold = new PostedLines(database.dataSource());
    List<PostedLine> posted = new ArrayList<>();
    Register register = new Register(database.dataSource(), Tables.standard());
    try (LedgerByBucket ledger =
        new LedgerByBucket(database.dataSource(), register.units(0), month)) {
      LedgerByBucket.Reader byBucket = ledger.reader();
      for (String household : HOUSEHOLDS) {
        List<PostedLine> lines = byHousehold.ofUnit(List.of(household), month);
        assertThat(byBucket.of(List.of(household))).isEqualTo(lines);
        posted.addAll(lines);
      }
    }
    return posted;
  }

  /** Writes the files of a month anew. */
  void write(String month) {
    YearMonth shown = YearMonth.parse(month);
    Path out = folder.resolve(month);
    try (SettlementFiles settlement = new SettlementFiles(out)) {
      new LedgerFile(database.dataSource()).write(shown, out, settlement::add);
    }
    new BankFiles(database.dataSource()).write(shown, out);
    new HeldFile(database.dataSource()).write(shown, out);
    new RecoveriesFile(database.dataSource()).write(shown, out);
    new SetOffFile(database.dataSource()).write(shown, out);
  }

  Balance balance(String month) {
    return Balance.through(YearMonth.parse(month), database.dataSource());
  }

  /** Approves and sends all that is prepared in a month. */
  void approveAndSend(String month) {
    PaymentBatches batches = new PaymentBatches(database.dataSource());
    Actor other = new Actor("李审", "shen");
    for (PaymentBatch batch : batches.of(YearMonth.parse(month))) {
      if (batch.state() == PaymentBatch.State.PREPARED) {
        batches.approve(batch, other, "核对无误", Instant.EPOCH);
        batches.send(batch, other, "交银行", "0".repeat(64), Instant.EPOCH);
      }
    }
  }

  /** Decides a recovery, as one person. */
  void claim(long recovery) {
    new Recoveries(database.dataSource())
        .add(
            recovery,
            Recoveries.Step.DECIDED,
            0,
            new PostedMonths(database.dataSource()).last().plusMonths(1),
            new Actor("李审", "shen"),
            "多发",
            Instant.EPOCH);
  }

  /** Decides to set a recovery off, as another person. */
  void setOff(long recovery, Long most, Long mostPerMonth) {
    new SetOffs(database.dataSource())
        .decide(
            recovery,
            new SetOffDecision.Most(most, mostPerMonth),
            new Actor("赵科", "zhao"),
            "从发放中抵扣",
            Instant.EPOCH);
  }

  /** The rows of a written file, without its header. */
  List<String> rows(String month, String file) {
    try {
      List<String> lines =
          file.matches("bank/.*_\\d{3}\\.csv")
              ? Files.readAllLines(folder.resolve(month).resolve(file), Charset.forName("GBK"))
              : Files.readAllLines(folder.resolve(month).resolve(file));
      return lines.subList(1, lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all files of a month below its folder. */
  Set<String> files(String month) {
    return new TreeSet<>(bytes(month).keySet());
  }

  /** Every file of a month, one character per byte. */
  Map<String, String> bytes(String month) {
    Path out = folder.resolve(month);
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = out.relativize(file).toString().replace('\\', '/');
        bytes.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  @Override
  public void close() {
    database.close();
  }
}
