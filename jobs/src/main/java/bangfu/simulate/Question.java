package bangfu.simulate;

import bangfu.rules.Policy;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What is tried.
 *
 * @param today the policy in force
 * @param tried the policy to compare with it
 * @param month through whose last day
 * @param filingDay the day on which proposals about files would be followed
 * @param assumeFiling whether they are, under the policy that is tried
 * @param stepFen how much more or less a household would earn in a year, fen, more than 0
 */
public record Question(
    Policy today,
    Policy tried,
    YearMonth month,
    LocalDate filingDay,
    boolean assumeFiling,
    long stepFen) {}
