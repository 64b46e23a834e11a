package bangfu.rules;

import static bangfu.engine.fact.MedicalScheme.EMPLOYEE;
import static bangfu.engine.fact.MedicalScheme.RESIDENT;

import bangfu.engine.claim.Condition;
import bangfu.engine.claim.Holding;
import bangfu.engine.claim.Setting;
import bangfu.engine.fact.Certificate;
import bangfu.engine.fact.DisabilityCategory;
import bangfu.engine.fact.Hold;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.RehabilitationItem;
import bangfu.engine.time.Cadence;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Period;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** The vocabulary of disability, insurance and rehabilitation (2.2.3, 2.2.5-f). */
public final class MedicalWords {
  /** 精神、视力、肢体、智力、听力: the categories that the notice lists (reading D35). */
  private static final Set<DisabilityCategory> LISTED =
      EnumSet.of(
          DisabilityCategory.MENTAL,
          DisabilityCategory.VISUAL,
          DisabilityCategory.PHYSICAL,
          DisabilityCategory.INTELLECTUAL,
          DisabilityCategory.HEARING);

  private MedicalWords() {}

  /** In some medical scheme. */
  public static final Condition IN_SOME_SCHEME =
      Condition.of(
          "参加医疗保险",
          s ->
              Holding.on(
                      s.person().insuredDays(RESIDENT).or(s.person().insuredDays(EMPLOYEE)),
                      "NOT_INSURED")
                  .provedBy(s.person().medicalSpells()));

  /** Insured in the residents' scheme (reading D14). */
  public static final Condition INSURED = insured("NOT_INSURED");

  /** Insured in the residents' scheme on a day on which the certificate qualifies. */
  public static final Condition INSURED_WHILE_CERTIFIED = insured("CERT_EXPIRED");

  /** Holds a valid certificate that meets the condition of the city's scheme. */
  public static final Condition CERTIFIED =
      Condition.of("持合条件的有效残疾人证", s -> certified(s, Certificate::qualifiedDays, c -> true));

  /** Holds a valid certificate of a category inside the list. */
  public static final Condition HOLDS_CERTIFICATE =
      Condition.of("持有效残疾人证", s -> certified(s, Certificate::days, MedicalWords::isListed));

  /**
   * Employees' scheme only: in the years in which no day in the residents' scheme could count, as
   * far as is known today.
   */
  public static final Condition IN_EMPLOYEE_SCHEME_ONLY =
      Condition.of(
          "仅参加职工医疗保险",
          s -> {
            DaySet usable =
                Words.daysOf(s, Words.ON_FILE_HERE)
                    .and(s.person().insuredDays(RESIDENT))
                    .and(CERTIFIED.in(s).days())
                    .and(DaySet.until(s.context().asOf()));
            DaySet years = DaySet.NONE;
            for (Period year : Cadence.YEAR.touching(usable)) {
              years = years.or(year.days());
            }
            return Holding.on(s.person().insuredDays(EMPLOYEE).minus(years), (String) null);
          });

  /** No valid certificate of a category outside the list, unless another one is inside. */
  public static final Condition CATEGORY_LISTED =
      Condition.of("残疾类别在列", s -> Holding.on(DaySet.ALL.minus(unlistedDays(s)), (String) null));

  /** Only certificates of categories outside the list. */
  public static final Condition CATEGORY_UNLISTED =
      Condition.of("残疾类别未列明", s -> Holding.on(unlistedDays(s), (String) null));

  /** Not below the lower bound, inclusive (reading D34). */
  public static final Condition AT_LEAST_MINIMUM =
      Condition.of(
          "不低于补贴下限",
          s ->
              withinBound(
                  s, "rehabilitation-minimum", bound -> approvedFen(s) >= bound, "BELOW_MIN"));

  /** Not above the upper bound, inclusive (reading D34). */
  public static final Condition AT_MOST_MAXIMUM =
      Condition.of(
          "不高于补贴上限",
          s ->
              withinBound(
                  s, "rehabilitation-maximum", bound -> approvedFen(s) <= bound, "ABOVE_MAX"));

  private static Condition insured(String absence) {
    return Condition.of(
        "参加城乡居民基本医疗保险",
        s -> {
          Person person = s.person();
          DaySet resident = person.insuredDays(RESIDENT);
          return Holding.on(resident, absence)
              .provedBy(
                  person.medicalSpells().stream().filter(m -> m.scheme() == RESIDENT).toList())
              .doubting(Hold.INSURANCE_OVERLAP, resident.and(person.insuredDays(EMPLOYEE)));
        });
  }

  /**
   * Days of certificates; those known only from a certificate of somebody else's number are
   * doubtful (Q14).
   */
  private static Holding certified(
      Setting s, Function<Certificate, DaySet> days, Predicate<Certificate> which) {
    DaySet all = DaySet.NONE;
    DaySet sound = DaySet.NONE;
    for (Certificate certificate : s.person().certificates()) {
      if (which.test(certificate)) {
        all = all.or(days.apply(certificate));
        sound = certificate.mismatched() ? sound : sound.or(days.apply(certificate));
      }
    }
    return Holding.on(all, "CERT_EXPIRED")
        .provedBy(s.person().certificates())
        .doubting(Hold.CERT_MISMATCH, all.minus(sound));
  }

  private static DaySet unlistedDays(Setting s) {
    DaySet listed = DaySet.NONE;
    DaySet unlisted = DaySet.NONE;
    for (Certificate certificate : s.person().certificates()) {
      if (isListed(certificate)) {
        listed = listed.or(certificate.days());
      } else {
        unlisted = unlisted.or(certificate.days());
      }
    }
    return unlisted.minus(listed);
  }

  private static boolean isListed(Certificate certificate) {
    return certificate.category() == DisabilityCategory.MULTIPLE
        ? certificate.components().stream().anyMatch(LISTED::contains)
        : LISTED.contains(certificate.category());
  }

  private static Holding withinBound(
      Setting s, String parameter, LongPredicate test, String absence) {
    DaySet days = s.context().parameters().days(parameter, bound -> Words.always(test.test(bound)));
    return Holding.on(days, absence);
  }

  private static long approvedFen(Setting s) {
    return ((RehabilitationItem) s.claim().about()).approvedFen();
  }
}
