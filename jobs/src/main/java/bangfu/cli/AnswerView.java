package bangfu.cli;

import bangfu.payment.answer.AnswerResult;
import bangfu.payment.answer.Answered;
import bangfu.payment.answer.Rejection;
import bangfu.payment.answer.RejectsFile;
import bangfu.payment.profile.Outcome;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.util.List;

/** What became of an answer, on the screen: no account and no name. */
final class AnswerView {
  private static final int MOST_SHOWN = 20;

  private final Terminal terminal;

  AnswerView(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(AnswerResult result, Path out) {
    if (result.before() != null) {
      print("bank.again", Moments.local(result.before().at()), result.before().by());
      return;
    }
    print(
        "bank.taken",
        taken(result, Outcome.SUCCESS),
        taken(result, Outcome.FAILURE),
        taken(result, Outcome.PENDING),
        result.unchanged());
    if (!result.rejections().isEmpty()) {
      rejections(result.rejections());
      terminal.say(
          terminal.text(
              "bank.rejects", result.rejections().size(), RejectsFile.of(result.sha256(), out)));
    }
    result.files().forEach(this::missing);
    if (!result.files().isEmpty()) {
      print(result.isOpen() ? "bank.open" : "bank.complete");
    }
  }

  private static int taken(AnswerResult result, Outcome outcome) {
    return result.taken().getOrDefault(outcome, 0);
  }

  private void rejections(List<Rejection> rejections) {
    rejections.stream().limit(MOST_SHOWN).forEach(this::rejection);
    if (rejections.size() > MOST_SHOWN) {
      terminal.say(terminal.text("bank.more-rejects", rejections.size() - MOST_SHOWN));
    }
  }

  private void rejection(Rejection one) {
    String key = "answer." + one.code();
    String why = terminal.bundle().containsKey(key) ? terminal.text(key) : one.message();
    terminal.say(
        one.line() == 0
            ? terminal.text("bank.reject-file", why)
            : terminal.text(
                "bank.reject", Integer.toString(one.line()), one.column(), why, one.code()));
  }

  private void missing(Answered.BankFile file) {
    if (!file.isAnswered()) {
      print(
          "bank.missing",
          file.name(),
          file.unanswered().rows(),
          Yuan.format(file.unanswered().fen()),
          file.sent().rows(),
          Yuan.format(file.sent().fen()));
    }
  }

  private void print(String key, Object... values) {
    terminal.out().println(terminal.text(key, values));
  }
}
