package bangfu.cli;

import bangfu.engine.fact.IdentityNumber;
import bangfu.payment.AccountHold;
import bangfu.payment.AccountQuestion;
import bangfu.payment.Actor;
import bangfu.payment.HeldRow;
import bangfu.payment.HoldCode;
import bangfu.quality.AccountNumber;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** What is said of money that waits. */
final class HeldText {
  private final ResourceBundle messages;
  private final Locale language;
  private final boolean unmasked;

  HeldText(Locale language, boolean unmasked) {
    this.messages = Terminal.messages(language);
    this.language = language;
    this.unmasked = unmasked;
  }

  /** 暂缓号; empty when no second person is asked. */
  static String number(HeldRow row) {
    return row.hold() == null ? "" : Integer.toString(row.hold().number());
  }

  /** The account that was looked at; empty when none was. */
  String account(HeldRow row) {
    return row.hold() == null ? "" : shown(row.hold().question().account());
  }

  private String shown(String account) {
    return unmasked ? account : AccountNumber.masked(account);
  }

  String why(HeldRow row) {
    if (row.hold() == null) {
      return text("hold." + row.code());
    }
    AccountQuestion question = row.hold().question();
    return question.codes().stream()
        .map(code -> why(code, question))
        .collect(Collectors.joining(text("hold.and")));
  }

  private String why(HoldCode code, AccountQuestion question) {
    return switch (code) {
      case ACCOUNT_CHECK -> text("hold.shared", question.sharedWith());
      case CARDHOLDER_DEAD ->
          text(
              "hold.dead",
              unmasked ? question.holderId() : IdentityNumber.masked(question.holderId()),
              question.holderDiedOn().toString());
      case ACCOUNT_CHANGED -> text("hold.changed", shown(question.paidAccount()));
      default -> text("hold." + code);
    };
  }

  String toDo(HeldRow row) {
    AccountHold hold = row.hold();
    if (hold == null) {
      return text("hold.do." + row.code());
    }
    return hold.release() == null
        ? text("hold.do.release", number(row), name(hold.heldBy()))
        : text("hold.do.released", name(hold.release().by()), Moments.local(hold.release().at()));
  }

  /** Who acted: the system account when no name was given. */
  static String name(Actor actor) {
    return actor.name().isEmpty() ? actor.systemUser() : actor.name();
  }

  private String text(String key, Object... values) {
    return new MessageFormat(messages.getString(key), language).format(values);
  }
}
