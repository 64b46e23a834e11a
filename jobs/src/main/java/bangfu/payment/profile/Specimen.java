package bangfu.payment.profile;

import bangfu.payment.profile.ProfileException.Expected;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The longest texts of the program's own that a file may hold. A profile without room for them is
 * refused when it is read, not on the day when they come.
 */
record Specimen(Section section) {
  private static final long AMOUNT_FEN = 99_999_999_999L;
  private static final long TOTAL_FEN = 9_999_999_999_999L;
  private static final int ROWS = 9_999_999;
  private static final String DETAIL_NO = "A".repeat(20);

  /** A fund of at most 100 characters, the longest level, a town of 12, month and number. */
  private static final String BATCH_NAME = "F".repeat(100) + "_DISTRICT_440499000000_201703_001";

  private static final Batch BATCH = new Batch(BATCH_NAME, YearMonth.of(2017, 3), ROWS, TOTAL_FEN);
  private static final PaymentRow ROW =
      new PaymentRow(
          ROWS, "", "", AMOUNT_FEN, "", "", PaymentRow.purpose(YearMonth.of(2017, 3)), DETAIL_NO);

  void fit(Layout<PaymentField> layout) {
    fitSummaries(layout);
    fit(layout, layout.columns(), field -> ROW.text(field, layout.unit()));
  }

  /** What the bank writes must be readable: its words, and what it gives back. */
  void fit(Layout<AnswerField> layout, Collection<String> statuses) {
    fitSummaries(layout);
    for (String status : statuses) {
      fit(layout, layout.columns(), field -> answer(field, status, layout.unit()));
    }
  }

  private static String answer(AnswerField field, String status, AmountUnit unit) {
    return switch (field) {
      case REFERENCE -> DETAIL_NO;
      case AMOUNT -> unit.format(AMOUNT_FEN);
      case STATUS -> status;
      default -> "";
    };
  }

  private <F extends Field> void fitSummaries(Layout<F> layout) {
    if (layout.names()) {
      fit(layout, layout.headings(), field -> "");
    }
    layout.header().forEach(row -> fit(layout, row, field -> BATCH.text(field, layout.unit())));
    layout.trailer().forEach(row -> fit(layout, row, field -> BATCH.text(field, layout.unit())));
  }

  private <F extends Field> void fit(
      Layout<?> layout, List<Cell<F>> cells, Function<F, String> values) {
    Line line = new Line(layout);
    for (Cell<F> cell : cells) {
      String value = cell.value(values);
      Unwritable why = line.whyUnwritable(cell, value);
      if (why != null) {
        throw section.wrong(why.column(), Expected.ROOM, value, why.reason());
      }
    }
  }
}
