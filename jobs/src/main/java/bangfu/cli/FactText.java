package bangfu.cli;

import bangfu.engine.fact.IdentityNumber;
import bangfu.recalculate.Fact;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** A changed row in words, in one language. */
final class FactText {
  private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)\\d{17}[0-9X](?!\\d)");

  private final ResourceBundle messages;
  private final Locale language;

  FactText(ResourceBundle messages, Locale language) {
    this.messages = messages;
    this.language = language;
  }

  /** Whole, for files. */
  String of(Fact fact) {
    return text(
        "recalculate.fact." + fact.kind(),
        fact.title(),
        fact.table(),
        fact.values(),
        place(fact.before()),
        place(fact.after()));
  }

  /** With masked identity numbers, for screens. */
  String masked(Fact fact) {
    return IDENTITY.matcher(of(fact)).replaceAll(id -> IdentityNumber.masked(id.group()));
  }

  private String place(Fact.Place place) {
    return place == null
        ? ""
        : text(
            "recalculate.place",
            Integer.toString(place.delivery()),
            place.asOf().toString(),
            place.file(),
            Integer.toString(place.line()));
  }

  private String text(String key, Object... values) {
    return new MessageFormat(messages.getString(key), language).format(values);
  }
}
