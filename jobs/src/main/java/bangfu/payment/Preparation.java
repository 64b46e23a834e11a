package bangfu.payment;

import java.time.Instant;

/**
 * Who prepares a batch, in which run.
 *
 * @param by without a name the batch needs no approval, unless an earlier one did
 */
public record Preparation(int run, Actor by, Instant at) {}
