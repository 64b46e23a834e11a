package bangfu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.assess.CorrectionReason;
import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerPartTest {
  private static final int BUCKETS = 3;
  private static final int MORE_LINES_THAN_WORDS = 40_000;
  private static final YearMonth MONTH = YearMonth.of(2017, 4);

  private final Random random = new Random(1);

  @Test
  void theLinesOfABucketComeBackAsTheyWereAndInTheirOrder() throws IOException {
    List<List<PostedLine>> added = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (LedgerPart part = new LedgerPart(BUCKETS)) {
      for (int i = 1; i <= MORE_LINES_THAN_WORDS; i++) {
        PostedLine line = line(i);
        int bucket = random.nextInt(BUCKETS - 1); // the last one stays empty
        added.get(bucket).add(line);
        long number = LineNumber.parse(line.lineNo());
        part.add(bucket, number, line.sent(), LineCells.of(line.line()));
      }
      part.finish();

      for (int bucket = 0; bucket < BUCKETS; bucket++) {
        List<PostedLine> read = new ArrayList<>();
        part.read(
            bucket,
            (household, packed) -> {
              PostedLine line = packed.line();
              assertThat(household).isEqualTo(line.line().key().household());
              read.add(line);
            });
        assertThat(read).isEqualTo(added.get(bucket));
      }
    }
  }

  /** No two lines have the same project, so that there are more texts than words. */
  private PostedLine line(int number) {
    boolean reversal = random.nextInt(5) == 0;
    String household = "DM403107-%06d".formatted(random.nextInt(100));
    LineKey key =
        new LineKey(
            household,
            "2.2.4-a",
            "440499201001010018",
            "Y2017-项目" + number,
            new Payer(PayerLevel.TOWN, "440403107", "EDU"),
            PayeeKind.HOUSEHOLD,
            "");
    LedgerLine line =
        new LedgerLine(
            key,
            random.nextInt(3),
            "440403107",
            "村".repeat(random.nextInt(3)),
            "甲",
            "补助",
            LocalDate.of(2017, 3, 10),
            reversal ? -100L : 100L,
            reversal ? LineNumber.text(LineNumber.of(MONTH, number)) : null,
            reversal ? Reason.REVERSAL : Reason.NORMAL,
            reversal ? CorrectionReason.EXIT : null,
            "证".repeat(random.nextInt(100) == 0 ? 4000 : 20));
    return new PostedLine(
        LineNumber.text(LineNumber.of(MONTH, number)), MONTH, line, random.nextBoolean());
  }
}
