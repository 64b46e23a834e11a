package bangfu.cli;

import bangfu.batch.PaymentDesk;
import picocli.CommandLine.Option;

/** Who decides about money, and why. */
final class DecisionOptions {
  @Option(names = "--as", paramLabel = "WHO", required = true, descriptionKey = "decision.as")
  private String as;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      descriptionKey = "decision.reason")
  private String reason;

  PaymentDesk.Decision decision(Terminal terminal) {
    if (as.isBlank() || reason.isBlank()) {
      throw new UsageException(terminal.text("usage.decision"));
    }
    return new PaymentDesk.Decision(as.strip(), reason.strip());
  }
}
