package bangfu.engine.fold;

import java.util.List;

/**
 * An assessment with the reasons for all of it.
 *
 * @param explanations by clause, subject, first day of the period and item
 */
public record Explained(Assessment assessment, List<Explanation> explanations) {}
