package bangfu.cases;

/**
 * Something that is not as a case expects.
 *
 * @param text what was expected, and what came
 * @param clause that it is about; null = none
 * @param subject as the case names it, or an identity or household number; null = nobody
 * @param period as the case writes it; null = any
 */
public record CaseDifference(String text, String clause, String subject, String period) {}
