package bangfu.cli;

import bangfu.batch.RunLockLostException;
import bangfu.batch.RunLockedException;
import bangfu.cases.CaseSyntaxException;
import bangfu.database.DatabaseInUseException;
import bangfu.database.DatabaseUnavailableException;
import bangfu.database.Holder;
import bangfu.database.UnknownDatabaseException;
import bangfu.engine.claim.PayerLevel;
import bangfu.intake.FileChangedException;
import bangfu.payment.OverBudgetException;
import bangfu.payment.StepRefusedException;
import bangfu.payment.profile.ProfileException;
import bangfu.register.NeverDeliveredException;
import bangfu.register.NothingVanishedException;
import bangfu.register.ShrunkDeliveryException;
import bangfu.register.StaleDeliveryException;
import bangfu.rules.PackException;
import bangfu.table.Yuan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is said when a command fails, in the terminal's language: what came, and what to do. Never a
 * stack trace.
 */
final class Failures {
  private Failures() {}

  static int exitCode(Throwable failure) {
    Throwable root = root(failure);
    boolean usage =
        root instanceof UsageException
            || root instanceof UnknownDatabaseException
            || root instanceof ProfileException
            || root instanceof PackException;
    return usage ? ExitCodes.WRONG_USAGE : ExitCodes.FAILED;
  }

  static String message(Throwable failure, Terminal terminal) {
    Throwable root = root(failure);
    terminal.log("failed", Map.of("causes", Scrubbed.chain(failure)));
    Trouble trouble = Trouble.behind(failure);
    if (trouble != Trouble.NONE && !isKnown(root)) {
      String file = Trouble.file(failure);
      boolean isNamed = !file.isEmpty();
      return terminal.text(
          "error." + trouble, file, isNamed ? " " + file : "", isNamed ? " (" + file + ")" : "");
    }
    if (root instanceof UsageException usage) {
      return terminal.text("usage.wrong", usage.getMessage());
    }
    if (root instanceof UnknownDatabaseException unknown) {
      return terminal.text("usage.wrong", terminal.text("usage.database", unknown.location()));
    }
    if (root instanceof DatabaseUnavailableException unavailable) {
      return terminal.text("error.database." + unavailable.reason(), unavailable.location());
    }
    if (root instanceof DatabaseInUseException inUse) {
      return inUse
          .holder()
          .map(holder -> held("error.in-use-by", inUse.location(), holder, terminal))
          .orElseGet(() -> terminal.text("error.in-use", inUse.location()));
    }
    if (root instanceof RunLockedException locked) {
      return locked
          .holder()
          .map(holder -> held("error.running-by", "", holder, terminal))
          .orElseGet(() -> terminal.text("error.running"));
    }
    if (root instanceof RunLockLostException) {
      return terminal.text("error.lock-lost");
    }
    if (root instanceof StaleDeliveryException stale) {
      return terminal.text("error.older", stale.asOf(), stale.newest());
    }
    if (root instanceof NeverDeliveredException never) {
      return terminal.text("error.never-delivered", never.table());
    }
    if (root instanceof ShrunkDeliveryException shrunk) {
      return terminal.text("error.shrunk", shrunk(shrunk, terminal));
    }
    if (root instanceof FileChangedException changed) {
      return terminal.text("error.changed", changed.fileName());
    }
    if (root instanceof NothingVanishedException nothing) {
      return terminal.text("error.nothing-vanished", nothing.what());
    }
    if (root instanceof ProfileException wrong) {
      return profile(wrong, terminal);
    }
    if (root instanceof StepRefusedException refused) {
      return terminal.text("error." + refused.key(), refused.about().toArray());
    }
    if (root instanceof PackException wrong) {
      return pack(wrong, terminal);
    }
    if (root instanceof OverBudgetException over) {
      return terminal.text("error.over-budget", overBudget(over, terminal));
    }
    if (root instanceof CaseSyntaxException syntax) {
      return terminal.text("error.case", syntax.getMessage());
    }
    if (root instanceof IOException || root instanceof UncheckedIOException) {
      return terminal.text("error.io", root.getMessage());
    }
    return terminal.text(
        "error.unexpected",
        Scrubbed.text(root.toString()),
        terminal.logFile().map(Object::toString).orElse("--log"));
  }

  private static String held(String key, String location, Holder holder, Terminal terminal) {
    return terminal.text(
        key,
        location,
        holder.command(),
        holder.user(),
        holder.host(),
        Long.toString(holder.process()),
        Moments.local(holder.since()));
  }

  private static String profile(ProfileException wrong, Terminal terminal) {
    return terminal.text(
        "error.profile",
        wrong.profile(),
        wrong.key().isEmpty() ? "" : " " + wrong.key(),
        terminal.text("profile." + wrong.expected(), wrong.detail()),
        wrong.found().isEmpty() ? "" : terminal.text("profile.found", wrong.found()));
  }

  /** A policy file that is wrong, in a sentence. */
  static String pack(PackException wrong, Terminal terminal) {
    return terminal.text(
        "error.pack",
        wrong.place(),
        wrong.key().isEmpty() ? "" : " " + wrong.key(),
        terminal.text("pack." + wrong.expected(), wrong.detail()),
        wrong.found().isEmpty() ? "" : terminal.text("profile.found", wrong.found()));
  }

  private static String overBudget(OverBudgetException over, Terminal terminal) {
    return over.excess().stream()
        .map(
            excess ->
                terminal.text(
                    excess.budgetFen() == null ? "error.no-budget-line" : "error.budget-line",
                    Integer.toString(excess.year()),
                    excess.fund(),
                    PayerLevel.valueOf(excess.level()).label() + excess.town(),
                    excess.budgetFen() == null ? "" : Yuan.format(excess.budgetFen()),
                    Yuan.format(excess.usedFen()),
                    Yuan.format(excess.askedFen()),
                    Yuan.format(excess.missingFen())))
        .collect(Collectors.joining());
  }

  private static String shrunk(ShrunkDeliveryException shrunk, Terminal terminal) {
    return shrunk.tables().stream()
        .map(
            table ->
                terminal.text(
                    "error.shrunk-table", table.table(), table.rowsBefore(), table.rows()))
        .collect(Collectors.joining());
  }

  /** The known failure below wrappers; else the innermost cause. */
  private static Throwable root(Throwable failure) {
    Throwable at = failure;
    while (at.getCause() != null && at.getCause() != at && !isKnown(at)) {
      at = at.getCause();
    }
    return at;
  }

  private static boolean isKnown(Throwable failure) {
    return failure instanceof UsageException
        || failure instanceof UnknownDatabaseException
        || failure instanceof DatabaseUnavailableException
        || failure instanceof DatabaseInUseException
        || failure instanceof RunLockedException
        || failure instanceof RunLockLostException
        || failure instanceof StaleDeliveryException
        || failure instanceof NeverDeliveredException
        || failure instanceof ShrunkDeliveryException
        || failure instanceof NothingVanishedException
        || failure instanceof ProfileException
        || failure instanceof PackException
        || failure instanceof StepRefusedException
        || failure instanceof OverBudgetException
        || failure instanceof CaseSyntaxException;
  }
}
