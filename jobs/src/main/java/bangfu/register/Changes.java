package bangfu.register;

/**
 * What a file changed of what the register knew.
 *
 * @param appeared rows with a key the register did not have, or one that had been ended
 * @param changed rows with other content
 * @param vanished rows in force that the file did not bring again, or whose new version was
 *     rejected
 */
public record Changes(long appeared, long changed, long vanished) {
  public static final Changes NONE = new Changes(0, 0, 0);
}
