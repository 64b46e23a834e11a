package bangfu.register;

/** What the register did with a delivered file. */
public enum FileStatus {
  /** Its accepted rows are in force. */
  ACCEPTED,
  /** Nothing of it counts; the last accepted file of its table stays in force. */
  REFUSED,
  /** It has the bytes of the last accepted file, which was not read again. */
  SAME,
  /** Its rows are in force beside those of the last accepted file. */
  SUPPLEMENT
}
