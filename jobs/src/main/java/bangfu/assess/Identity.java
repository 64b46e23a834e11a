package bangfu.assess;

import bangfu.engine.fact.IdentityNumber;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.Sex;
import bangfu.engine.time.DaySet;
import bangfu.register.StoredRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Who the holder of an identity number is, where several member rows may disagree. */
final class Identity {
  /** Check Q03: nobody is older than 120. */
  private static final int OLDEST_AGE = 120;

  private Identity() {}

  /**
   * The smallest household number decides, then the latest day of joining; one wrong row holds the
   * person.
   */
  static Person of(String id, List<StoredRow> rows, LocalDate died) {
    StoredRow deciding =
        rows.stream()
            .min(
                Comparator.comparing((StoredRow row) -> row.value("户编号"))
                    .thenComparing(row -> joined(row), Comparator.reverseOrder()))
            .orElseThrow();
    LocalDate birth = new Cells(deciding).date("出生日期");
    DaySet doubtful =
        rows.stream().anyMatch(row -> isWrong(id, row))
            ? DaySet.ALL
            : DaySet.between(birth.plusYears(OLDEST_AGE + 1L), null);
    return new Person(id, deciding.value("姓名"), sex(deciding), birth, died, doubtful);
  }

  private static LocalDate joined(StoredRow row) {
    LocalDate joined = new Cells(row).date("加入日期");
    return joined == null ? LocalDate.MIN : joined;
  }

  /** Checks Q02 to Q04. */
  private static boolean isWrong(String id, StoredRow row) {
    return !IdentityNumber.hasValidCheckCharacter(id)
        || !new Cells(row).date("出生日期").equals(IdentityNumber.birth(id))
        || sex(row) != IdentityNumber.sex(id);
  }

  private static Sex sex(StoredRow row) {
    return "女".equals(row.value("性别")) ? Sex.FEMALE : Sex.MALE;
  }
}
