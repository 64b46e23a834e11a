package bangfu.payment.profile;

/** Takes the lines of an answer in their order. */
public interface AnswerSink {
  void accepted(AnswerRow row);

  void refused(RefusedLine line);
}
