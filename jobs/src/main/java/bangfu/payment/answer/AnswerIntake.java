package bangfu.payment.answer;

import bangfu.database.BulkInsert;
import bangfu.payment.Actor;
import bangfu.payment.KeptProfiles;
import bangfu.payment.answer.Rejection.Why;
import bangfu.payment.profile.AnswerRow;
import bangfu.payment.profile.Outcome;
import bangfu.table.Yuan;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes the rows of an answer that agree with what was sent and refuses the others. Works in the
 * caller's transaction.
 */
public final class AnswerIntake {
  private static final int MOST_CODE_CHARS = 200;
  private static final int MOST_MESSAGE_CHARS = 1000;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final DataSource source;
  private final JdbcTemplate jdbc;

  public AnswerIntake(DataSource source) {
    this.source = source;
    this.jdbc = new JdbcTemplate(source);
  }

  /**
   * Who hands an answer in, and why.
   *
   * @param override takes what contradicts an earlier final answer, too
   */
  public record Handover(Actor by, String reason, boolean override, Instant at) {
    private LocalDate day() {
      return LocalDate.ofInstant(at, CHINA);
    }
  }

  /** When these bytes were received first; null when they never were. */
  public AnswerResult.Receipt received(String sha256) {
    return jdbc
        .query(
            "select received_at, received_by from bank_answer_file where sha256 = ?",
            (row, number) ->
                new AnswerResult.Receipt(row.getTimestamp(1).toInstant(), row.getString(2)),
            sha256)
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** Takes a file that is not {@link ReadAnswer#refused()}. */
  public AnswerResult take(ReadAnswer answer, Handover handover) {
    if (received(answer.sha256()) == null) {
      keep(answer, handover);
    }
    Judgement judgement = new Judgement(answer, handover, new AskedRows(source).of(answer));
    answer.rows().forEach(judgement::judge);
    new BulkInsert(source, "bank_answer").insert(judgement.answers);
    return judgement.result();
  }

  private void keep(ReadAnswer answer, Handover handover) {
    new KeptProfiles(source).keep(answer.profile());
    jdbc.update(
        "insert into bank_answer_file (sha256, file_name, profile, received_by, received_user,"
            + " reason, received_at) values (?, ?, ?, ?, ?, ?, ?)",
        answer.sha256(),
        answer.name(),
        answer.profile().sha256(),
        handover.by().name(),
        handover.by().systemUser(),
        handover.reason(),
        Timestamp.from(handover.at()));
  }

  /** One row after the other. */
  private final class Judgement {
    private final ReadAnswer answer;
    private final Handover handover;
    private final Map<String, AskedRow> asked;
    private final Map<String, Integer> times = new HashMap<>();
    private final List<Object[]> answers = new ArrayList<>();
    private final Map<Outcome, Integer> taken = new EnumMap<>(Outcome.class);
    private final List<Rejection> rejections;
    private final Set<String> bankFiles = new TreeSet<>();
    private int unchanged;

    Judgement(ReadAnswer answer, Handover handover, Map<String, AskedRow> asked) {
      this.answer = answer;
      this.handover = handover;
      this.asked = asked;
      this.rejections = new ArrayList<>(answer.rejections());
      answer.rows().forEach(row -> times.merge(row.reference(), 1, Integer::sum));
    }

    void judge(AnswerRow row) {
      AskedRow payment = asked.get(row.reference());
      Why why = why(row, payment);
      if (why != null) {
        rejections.add(why.of(row.line(), value(why, row)));
      } else if (payment.knows(row.outcome())) {
        unchanged++;
      } else {
        taken.merge(row.outcome(), 1, Integer::sum);
        answers.add(cells(row, payment));
      }
      if (payment != null && payment.sent()) {
        bankFiles.add(payment.bankFile());
      }
    }

    private Why why(AnswerRow row, AskedRow payment) {
      if (payment == null) {
        return Why.UNKNOWN;
      }
      if (times.get(row.reference()) > 1) {
        return Why.REPEATED;
      }
      if (!answer.batch().isEmpty() && !answer.batch().equals(payment.bankFile())) {
        return Why.OTHER_BATCH;
      }
      if (!payment.sent()) {
        return Why.NOT_SENT;
      }
      if (!row.account().equals(payment.account())) {
        return Why.ACCOUNT;
      }
      if (row.amountFen() != payment.amountFen()) {
        return Why.AMOUNT;
      }
      return isKeepable(row) ? whyNotNow(row, payment) : Why.TOO_LONG;
    }

    private Why whyNotNow(AnswerRow row, AskedRow payment) {
      if (payment.knows(row.outcome()) || !payment.contradicts(row.outcome(), day(row))) {
        return null;
      }
      if (payment.ended()) {
        return Why.ENDED;
      }
      return handover.override() ? null : Why.CONTRADICTION;
    }

    private static boolean isKeepable(AnswerRow row) {
      return row.code().length() <= MOST_CODE_CHARS && row.message().length() <= MOST_MESSAGE_CHARS;
    }

    private LocalDate day(AnswerRow row) {
      return row.date() == null ? handover.day() : row.date();
    }

    private static String value(Why why, AnswerRow row) {
      return switch (why) {
        case UNKNOWN, OTHER_BATCH, REPEATED, NOT_SENT -> row.reference();
        case ACCOUNT -> row.account();
        case AMOUNT -> Yuan.format(row.amountFen());
        case TOO_LONG -> row.code() + ' ' + row.message();
        case CONTRADICTION, ENDED -> row.reference() + ' ' + row.outcome();
      };
    }

    private Object[] cells(AnswerRow row, AskedRow payment) {
      return new Object[] {
        payment.detailNo(),
        payment.answers() + 1,
        answer.sha256(),
        row.line(),
        row.outcome().name(),
        row.code(),
        row.message(),
        Date.valueOf(day(row))
      };
    }

    AnswerResult result() {
      rejections.sort(Comparator.comparingInt(Rejection::line));
      return new AnswerResult(
          answer.sha256(),
          null,
          taken,
          unchanged,
          rejections,
          new Answered(source).files(bankFiles));
    }
  }
}
