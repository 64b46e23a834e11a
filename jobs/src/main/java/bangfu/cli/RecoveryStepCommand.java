package bangfu.cli;

import bangfu.batch.PaymentDesk;
import bangfu.batch.RecoveryDesk;
import bangfu.database.Database;
import bangfu.ledger.LineNumber;
import bangfu.payment.Recovery;
import bangfu.payment.SetOffDecision;
import bangfu.table.Yuan;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One step of one recovery, with who and why. */
abstract class RecoveryStepCommand extends CommonOptions implements Callable<Integer> {
  private static final Pattern NUMBER = Pattern.compile("\\d{6}-\\d{7}");

  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Mixin private DecisionOptions decision;

  @Parameters(index = "0", paramLabel = "NUMBER", descriptionKey = "recovery.number")
  private String number;

  RecoveryStepCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  abstract Recovery take(RecoveryDesk desk, long lineNo, PaymentDesk.Decision by);

  @Override
  public Integer call() {
    PaymentDesk.Decision by = decision.decision(terminal);
    if (!NUMBER.matcher(number).matches()) {
      throw wrong("usage.recovery-number", number);
    }
    try (Database opened = database.openExisting(terminal)) {
      RecoveryDesk desk = new RecoveryDesk(opened, Clock.systemUTC());
      Recovery taken = take(desk, LineNumber.parse(number), by);
      terminal
          .out()
          .println(
              terminal.text(
                  "recovery.now",
                  number,
                  terminal.text("recovery." + taken.state()),
                  Yuan.format(taken.amountFen()),
                  Yuan.format(taken.collectedFen()),
                  Yuan.format(taken.openFen())));
      RecoverySetOff.line(taken, desk, terminal).ifPresent(terminal.out()::println);
      return ExitCodes.DONE;
    }
  }

  UsageException wrong(String key, Object... found) {
    return new UsageException(terminal.text(key, found));
  }

  /** Null when the option was not given. */
  Long fen(BigDecimal yuan, String option) {
    if (yuan == null) {
      return null;
    }
    try {
      long fen = yuan.movePointRight(2).longValueExact();
      if (fen > 0) {
        return fen;
      }
    } catch (ArithmeticException notWholeFen) {
      throw wrong("usage.recovery-amount", yuan.toString(), option);
    }
    throw wrong("usage.recovery-amount", yuan.toString(), option);
  }

  /** Claims the money back. */
  @Command(name = "decide")
  static final class Decide extends RecoveryStepCommand {
    Decide(Terminal terminal) {
      super(terminal);
    }

    @Override
    Recovery take(RecoveryDesk desk, long lineNo, PaymentDesk.Decision by) {
      return desk.decide(lineNo, by);
    }
  }

  /** Notes what came back. */
  @Command(name = "collect")
  static final class Collect extends RecoveryStepCommand {
    @Option(names = "--amount", paramLabel = "YUAN", descriptionKey = "recovery.amount")
    private BigDecimal yuan;

    Collect(Terminal terminal) {
      super(terminal);
    }

    @Override
    Recovery take(RecoveryDesk desk, long lineNo, PaymentDesk.Decision by) {
      return desk.collect(lineNo, fen(yuan, "--amount"), by);
    }
  }

  /** Lets later payments to the household pay it, or ends that. */
  @Command(name = "set-off")
  static final class SetOff extends RecoveryStepCommand {
    @Option(names = "--amount", paramLabel = "YUAN", descriptionKey = "set-off.amount")
    private BigDecimal yuan;

    @Option(names = "--per-month", paramLabel = "YUAN", descriptionKey = "set-off.per-month")
    private BigDecimal yuanPerMonth;

    @Option(names = "--withdraw", descriptionKey = "set-off.withdraw")
    private boolean withdraw;

    SetOff(Terminal terminal) {
      super(terminal);
    }

    @Override
    Recovery take(RecoveryDesk desk, long lineNo, PaymentDesk.Decision by) {
      if (withdraw && (yuan != null || yuanPerMonth != null)) {
        throw wrong("usage.set-off-withdraw");
      }
      if (withdraw) {
        return desk.endSetOff(lineNo, by);
      }
      SetOffDecision.Most most =
          new SetOffDecision.Most(fen(yuan, "--amount"), fen(yuanPerMonth, "--per-month"));
      return desk.setOff(lineNo, most, by);
    }
  }

  /** Gives up the rest. */
  @Command(name = "waive")
  static final class Waive extends RecoveryStepCommand {
    Waive(Terminal terminal) {
      super(terminal);
    }

    @Override
    Recovery take(RecoveryDesk desk, long lineNo, PaymentDesk.Decision by) {
      return desk.waive(lineNo, by);
    }
  }
}
