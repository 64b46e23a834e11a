package bangfu.payment.profile;

import bangfu.intake.ColumnType;
import bangfu.payment.profile.PaymentLayout.LineEnd;
import bangfu.payment.profile.ProfileException.Expected;
import bangfu.rules.TextYaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a profile, and refuses whatever would only show in a bank's hands. */
final class ProfileReader {
  private static final int MOST_ROWS = 9_999_999;
  private static final List<String> EXTENSIONS = List.of("csv", "txt", "dat");
  private static final List<PaymentField> REFERENCES =
      List.of(PaymentField.DETAIL_NO, PaymentField.ROW_NO);

  private final String name;
  private final String document;
  private final Section root;

  ProfileReader(String name, String document) {
    this.name = name;
    this.document = document;
    this.root =
        new Section(name, "", load(name, document)).only("title", "reference", "payment", "answer");
  }

  private static Map<String, Object> load(String name, String document) {
    try {
      return TextYaml.load(document);
    } catch (YAMLException e) {
      throw new ProfileException(name, "", Expected.YAML, e.getMessage(), "");
    }
  }

  BankProfile profile() {
    PaymentField reference = root.word("reference", REFERENCES, Field::word);
    PaymentLayout payment = payment(root.section("payment"), reference);
    AnswerLayout answer = answer(root.section("answer"), reference);
    return new BankProfile(name, root.text("title"), reference, payment, answer, document);
  }

  private static PaymentLayout payment(Section section, PaymentField reference) {
    section.only(LayoutReader.keysWith("extension", "most-rows", "line-end"));
    Layout<PaymentField> layout = LayoutReader.read(section, List.of(PaymentField.values()));
    for (PaymentField field :
        List.of(PaymentField.ACCOUNT, PaymentField.ACCOUNT_NAME, PaymentField.AMOUNT, reference)) {
      requireColumn(section, layout, field);
    }
    new Specimen(section).fit(layout);
    int mostRows = section.number("most-rows", 1, MOST_ROWS, 0);
    return new PaymentLayout(
        extension(section, layout),
        mostRows == 0 ? OptionalInt.empty() : OptionalInt.of(mostRows),
        section.word("line-end", List.of(LineEnd.values()), LineEnd::name),
        layout);
  }

  /** Whoever counts the records of a CSV file takes the first for names. */
  private static String extension(Section section, Layout<?> layout) {
    String extension = section.word("extension", EXTENSIONS, Function.identity());
    boolean plain =
        layout.names()
            && layout.header().isEmpty()
            && layout.trailer().isEmpty()
            && layout.form() instanceof Separated separated
            && separated.quotes() != Separated.Quotes.NEVER;
    if (extension.equals("csv") && !plain) {
      throw section.wrong("extension", Expected.PLAIN_CSV, "", extension);
    }
    return extension;
  }

  private static AnswerLayout answer(Section section, PaymentField reference) {
    section.only(LayoutReader.keysWith("status", "last-line-end"));
    Layout<AnswerField> layout = LayoutReader.read(section, List.of(AnswerField.values()));
    for (AnswerField field :
        List.of(
            AnswerField.REFERENCE, AnswerField.ACCOUNT, AnswerField.AMOUNT, AnswerField.STATUS)) {
      requireColumn(section, layout, field);
    }
    requireOnce(section, layout);
    if (reference == PaymentField.ROW_NO && !namesItsBatch(layout)) {
      throw section.wrong("header", Expected.COLUMN, SummaryField.BATCH.word(), "");
    }
    Map<String, Outcome> statuses = statuses(section.section("status"));
    new Specimen(section).fit(layout, statuses.keySet());
    boolean lastLineEnds =
        section.word("last-line-end", LastLineEnd.class, LastLineEnd.REQUIRED)
            == LastLineEnd.REQUIRED;
    return new AnswerLayout(layout, reference, statuses, lastLineEnds);
  }

  /** Whether an answer whose last line has no end was cut off. */
  private enum LastLineEnd {
    REQUIRED,
    OPTIONAL
  }

  private static boolean namesItsBatch(Layout<?> layout) {
    return layout.header().stream()
        .flatMap(List::stream)
        .anyMatch(cell -> cell.field() == SummaryField.BATCH);
  }

  private static void requireColumn(Section section, Layout<?> layout, Field field) {
    if (layout.columns().stream().noneMatch(cell -> cell.field() == field)) {
      throw section.wrong("columns", Expected.COLUMN, field.word(), "");
    }
  }

  private static void requireOnce(Section section, Layout<AnswerField> layout) {
    for (AnswerField field : AnswerField.values()) {
      long columns = layout.columns().stream().filter(cell -> cell.field() == field).count();
      if (columns > 1 && field != AnswerField.IGNORED) {
        throw section.wrong("columns", Expected.ONCE, field.word(), columns);
      }
    }
  }

  private static Map<String, Outcome> statuses(Section section) {
    section.only("success", "failure", "pending");
    section.require("success", "failure");
    Map<String, Outcome> statuses = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      for (String text : section.texts(Section.lowerCase(outcome))) {
        String status = ColumnType.CODE.convert(text);
        if (status == null || statuses.put(status, outcome) != null) {
          throw section.wrong(Section.lowerCase(outcome), Expected.ONCE, text, text);
        }
      }
    }
    return statuses;
  }
}
