package bangfu.sample;

import bangfu.engine.fact.IdentityNumber;
import bangfu.engine.fact.Sex;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Hands out valid identity numbers of the unassigned area 440499 (S16), each once: 500 for each
 * birthday and sex. One counter for each birthday from 1920 to 2017 and sex, however many persons.
 */
final class IdentityNumbers {
  private static final String AREA = "440499";
  private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1920, 1, 1);
  private static final LocalDate LAST_BIRTHDAY = LocalDate.of(2017, 12, 31);
  private static final int PER_DAY_AND_SEX = 500;

  /** Has no common factor with 500, so that the sequence visits all 500. */
  private static final int STRIDE = 137;

  private final short[][] used =
      new short[(int) ChronoUnit.DAYS.between(FIRST_BIRTHDAY, LAST_BIRTHDAY) + 1][2];

  /**
   * A number not given before.
   *
   * @throws IllegalStateException when all 500 of this birthday and sex are given
   */
  String next(LocalDate birth, Sex sex) {
    int day = (int) ChronoUnit.DAYS.between(FIRST_BIRTHDAY, birth);
    int parity = sex == Sex.MALE ? 1 : 0;
    int count = used[day][parity]++;
    if (count >= PER_DAY_AND_SEX) {
      throw new IllegalStateException("no identity number left for birthday " + birth);
    }
    int sequence = 2 * ((count * STRIDE + day) % PER_DAY_AND_SEX) + parity;
    String digits =
        AREA + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + Digits.padded(sequence, 3);
    return digits + IdentityNumber.checkCharacter(digits);
  }
}
