package bangfu.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Seals the ledger: SHA-256 over the hash of the seal before (64 characters, none for the first)
 * and the lines after it in the order of their numbers. Of each line count the columns of
 * ledger_line, in the order of {@link LineColumns}, as text in UTF-8 behind its length in bytes (4
 * bytes, -1 for an empty column). Whoever changes, adds or removes a line breaks its seal and all
 * later ones.
 */
public final class Seals {
  private static final int LINES_PER_SEAL = 1_000;
  private static final int FETCH_ROWS = 1_000;
  private static final int COLUMNS = 2 + LineColumns.NAMES.split(",").length;
  private static final String LINES =
      "select line_no, posting_month, "
          + LineColumns.NAMES
          + " from ledger_line where line_no > ? and line_no <= ? order by line_no";
  private static final String SEALS =
      "select seal_no, last_line_no, line_count, hash from ledger_seal";

  private final JdbcTemplate jdbc;

  public Seals(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
    this.jdbc.setFetchSize(FETCH_ROWS);
  }

  /** What does not fit: the lines of one seal, or one line whose key columns were changed. */
  public record Break(String firstLineNo, String lastLineNo, boolean key) {}

  /** What a look at the whole ledger found. */
  public record Report(long lines, long seals, Break firstBreak) {}

  /**
   * Seals lines while they are posted, after any that were posted by a program without seals. To be
   * called in the transaction that posts them.
   */
  Sealer sealer() {
    sealRest();
    return new Sealer(newest().orElse(Seal.NONE));
  }

  /** Seals all lines that no seal covers. */
  void sealRest() {
    Seal last = newest().orElse(Seal.NONE);
    Sealer rest = new Sealer(last);
    jdbc.query(
        LINES,
        row -> {
          rest.addPosted(row);
        },
        last.lastLineNo(),
        Long.MAX_VALUE);
    rest.finish();
  }

  /** Seals lines in the order of their numbers. */
  final class Sealer {
    private final Sealing sealing;
    private final List<Seal> seals = new ArrayList<>();

    private Sealer(Seal last) {
      this.sealing = new Sealing(last);
    }

    /**
     * Takes the next line.
     *
     * @param values of the columns from line_no on
     */
    void add(Object[] values) {
      sealing.add(values);
      sealIf(LINES_PER_SEAL);
    }

    private void addPosted(ResultSet row) throws SQLException {
      sealing.add(row);
      sealIf(LINES_PER_SEAL);
    }

    private void sealIf(int lines) {
      if (sealing.lines >= lines) {
        seals.add(sealing.finish());
      }
    }

    /** Writes all seals; the lines are in the ledger by now. */
    void finish() {
      sealIf(1);
      seals.forEach(Seals.this::insert);
    }
  }

  /** The newest seal; empty when nothing was posted yet, or only by a program without seals. */
  public Optional<Seal> newest() {
    return through(Long.MAX_VALUE);
  }

  /** The newest seal that covers lines of this month or earlier ones only. */
  public Optional<Seal> through(YearMonth month) {
    return through(LineNumber.last(month));
  }

  private Optional<Seal> through(long lineNo) {
    return seals(SEALS + " where last_line_no <= ? order by seal_no desc limit 1", lineNo).stream()
        .findFirst();
  }

  /** True when the ledger has just this seal: only then no line through its last was touched. */
  public boolean has(Seal seal) {
    return seals(SEALS + " where seal_no = ?", seal.number()).stream()
        .anyMatch(s -> s.lastLineNo() == seal.lastLineNo() && s.hash().equals(seal.hash()));
  }

  private List<Seal> seals(String query, Object... values) {
    return jdbc.query(
        query,
        (row, number) -> new Seal(row.getInt(1), row.getLong(2), row.getInt(3), row.getString(4)),
        values);
  }

  private void insert(Seal seal) {
    jdbc.update(
        "insert into ledger_seal (seal_no, last_line_no, line_count, hash) values (?, ?, ?, ?)",
        seal.number(),
        seal.lastLineNo(),
        seal.lines(),
        seal.hash());
  }

  /** Works every seal out again, and the key of every line. */
  public Report check() {
    return check(Seal.NONE, seals(SEALS + " order by seal_no"), Long.MAX_VALUE);
  }

  /** As {@link #check()}, but only the seals over lines of a month; the one before is believed. */
  public Report check(YearMonth month) {
    long end = LineNumber.last(month);
    Seal before = through(LineNumber.before(month)).orElse(Seal.NONE);
    List<Seal> seals =
        seals(
            SEALS + " where seal_no > ? and last_line_no <= ? order by seal_no",
            before.number(),
            end);
    Seal last = seals.isEmpty() ? before : seals.get(seals.size() - 1);
    if (hasLines(
        last.lastLineNo(), end)) { // sealed with later ones, by the first posting that could
      for (Seal next : seals(SEALS + " where seal_no = ?", last.number() + 1)) {
        seals.add(next);
        end = next.lastLineNo();
      }
    }
    return check(before, seals, end);
  }

  private boolean hasLines(long after, long through) {
    Long lines =
        jdbc.queryForObject(
            "select count(*) from ledger_line where line_no > ? and line_no <= ?",
            Long.class,
            after,
            through);
    return lines != null && lines > 0;
  }

  private Report check(Seal before, List<Seal> seals, long end) {
    Checking checking = new Checking(before, seals, newest().isPresent());
    jdbc.query(LINES, checking::add, before.lastLineNo(), end);
    checking.finish();
    return new Report(checking.lines, seals.size(), checking.firstBreak);
  }

  /** Compares lines with the seals that cover them. */
  private static final class Checking {
    private final List<Seal> seals;
    private final Sealing sealing;
    private final boolean everSealed;
    private int next;
    private long lines;
    private long first;
    private long last;
    private Break firstBreak;

    Checking(Seal before, List<Seal> seals, boolean everSealed) {
      this.seals = seals;
      this.sealing = new Sealing(before);
      this.everSealed = everSealed;
    }

    void add(ResultSet row) throws SQLException {
      long number = row.getLong("line_no");
      while (next < seals.size() && number > seals.get(next).lastLineNo()) {
        compare();
      }
      first = sealing.lines == 0 ? number : first;
      last = number;
      sealing.add(row);
      lines++;
      LedgerLine line = LineColumns.line(row);
      String key = line.key().digest(line.revision()).toString();
      if (!key.equals(row.getString("line_key"))) {
        note(number, number, true);
      }
      if (next < seals.size() && number == seals.get(next).lastLineNo()) {
        compare();
      }
    }

    private void compare() {
      Seal expected = seals.get(next++);
      int covered = sealing.lines;
      Seal found = sealing.finish();
      if (!found.hash().equals(expected.hash()) || covered != expected.lines()) {
        note(covered == 0 ? expected.lastLineNo() : first, expected.lastLineNo(), false);
      }
      sealing.continueAfter(expected.hash());
    }

    /**
     * Lines behind the last seal were never sealed: nobody posted them. Without any seal the ledger
     * is older than seals, and the next posting seals it.
     */
    void finish() {
      while (next < seals.size()) {
        compare();
      }
      if (sealing.lines > 0 && everSealed) {
        note(first, last, false);
      }
    }

    private void note(long from, long to, boolean key) {
      boolean better = firstBreak == null || (key && !firstBreak.key());
      if (better) {
        firstBreak = new Break(LineNumber.text(from), LineNumber.text(to), key);
      }
    }
  }

  /** A seal while it is made. */
  private static final class Sealing {
    private final MessageDigest digest = sha256();
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    private int number;
    private long lastLineNo;
    private int lines;

    Sealing(Seal before) {
      this.number = before.number();
      continueAfter(before.hash());
    }

    void continueAfter(String before) {
      digest.reset();
      digest.update(before.getBytes(StandardCharsets.US_ASCII));
    }

    void add(ResultSet row) throws SQLException {
      for (int column = 1; column <= COLUMNS; column++) {
        add(row.getString(column));
      }
      lastLineNo = row.getLong(1);
      lines++;
    }

    /** A line as it is written, of which every value reads as its text. */
    void add(Object[] values) {
      for (Object value : values) {
        add(value == null ? null : value.toString());
      }
      lastLineNo = (Long) values[0];
      lines++;
    }

    private void add(String text) {
      byte[] bytes = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
      digest.update(length.putInt(0, bytes == null ? -1 : bytes.length).rewind());
      if (bytes != null) {
        digest.update(bytes);
      }
    }

    /** The seal; the next one continues it. */
    Seal finish() {
      String hash = HexFormat.of().formatHex(digest.digest());
      Seal seal = new Seal(++number, lastLineNo, lines, hash);
      lines = 0;
      continueAfter(hash);
      return seal;
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
