package bangfu.engine.fact;

import bangfu.engine.time.Timeline;

/**
 * Standards that arrive by extract and count for everybody. A day without a value is unknown.
 *
 * @param dibaoFen 低保标准, fen per person and month
 * @param pensionContributionFen lowest yearly pension contribution, fen
 */
public record Standards(Timeline<Long> dibaoFen, Timeline<Long> pensionContributionFen) {}
