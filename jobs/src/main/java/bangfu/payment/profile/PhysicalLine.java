package bangfu.payment.profile;

/**
 * A line as it lies in the file.
 *
 * @param number from 1
 * @param bytes without its end
 * @param ended false for a last line that the file ends with
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record PhysicalLine(int number, byte[] bytes, boolean ended) {}
