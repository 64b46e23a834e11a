package bangfu.rules;

import bangfu.engine.claim.Condition;
import bangfu.engine.claim.Holding;
import bangfu.engine.claim.Setting;
import bangfu.engine.fact.Fact;
import bangfu.engine.fact.Hold;
import bangfu.engine.fact.Household;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.Sex;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Period;
import java.util.List;
import java.util.Set;

/**
 * The vocabulary that every measure shares: who is on file, of which age, on which roll. Each word
 * names whose days it means and the code of its absence.
 */
public final class Words {
  static final Set<Integer> GROUPS_1_AND_2 = Set.of(1, 2);
  static final Set<Integer> ALL_GROUPS = Set.of(1, 2, 3);

  private Words() {}

  private static final Condition EVER_FILED =
      Condition.of(
          "曾建档立卡",
          s -> Holding.on(always(!s.household().fileDays(ALL_GROUPS).isEmpty()), "NOT_ON_FILE"));

  private static final Condition EVER_LOCAL =
      Condition.of(
          "曾有本区户籍且非仅第三类",
          s ->
              Holding.on(
                  always(
                      !s.membership().localDays().isEmpty()
                          && !s.household().fileDays(GROUPS_1_AND_2).isEmpty()),
                  "HUKOU"));

  /** Inside the plan (readings D09, D32). */
  public static final Condition IN_PLAN =
      Condition.of("在方案施行期内", s -> Holding.on(planDays(s), period -> outsidePlan(s, period)));

  private static final Condition LIVES_ON_FILE =
      Condition.of(
          "在册家庭成员",
          s ->
              Holding.on(livesOnFile(s), period -> notOnFile(s, period))
                  .provedBy(List.of(s.household(), s.membership()))
                  .doubting(Hold.ID_INVALID, s.person().doubtfulIdentityDays())
                  .doubting(Hold.DUPLICATE_MEMBERSHIP, s.person().duplicateDays()));

  private static final Condition LOCAL_HUKOU =
      Condition.of("有本区户籍", s -> Holding.on(s.membership().localDays(), "HUKOU"));

  /**
   * The gate of every personal clause (readings D04, D08, D09): a living member of a household on
   * file in group 1 or 2, with local hukou, inside the plan. Absence: NOT_ON_FILE, HUKOU,
   * BEFORE_START, OUT_OF_WINDOW, EXITED.
   */
  public static final Condition ON_FILE_HERE =
      Condition.all("在册且有本区户籍", EVER_FILED, EVER_LOCAL, IN_PLAN, LIVES_ON_FILE, LOCAL_HUKOU);

  /** The household is on file in group 1 or 2; hukou does not matter. */
  public static final Condition HOUSEHOLD_ON_FILE = onFile("第一、二类在册户", GROUPS_1_AND_2);

  /** The household is on file in any group. */
  public static final Condition HOUSEHOLD_ON_FILE_IN_ANY_GROUP = onFile("在册户", ALL_GROUPS);

  /** 60周岁以上: from the 60th birthday on (reading D12). */
  public static final Condition AGED_60 =
      Condition.of(
          "年满六十周岁",
          s ->
              Holding.on(
                  s.context()
                      .parameters()
                      .days("elder-age", years -> s.person().daysFromAge((int) years)),
                  "AGE"));

  /** On the dibao roll in person (reading D16). */
  public static final Condition ON_DIBAO =
      Condition.of(
          "本人在低保名册",
          s -> {
            DaySet dibao = Person.daysOf(s.person().dibaoSpells());
            DaySet wubao = Person.daysOf(s.person().wubaoSpells());
            return Holding.on(
                    dibao,
                    period -> wubao.meets(period.days()) ? "WUBAO_NOT_DIBAO" : "NOT_DIBAO_PERSON")
                .provedBy(s.person().dibaoSpells())
                .doubting(Hold.DIBAO_WUBAO, dibao.and(wubao));
          });

  /** On the wubao roll in person. */
  public static final Condition ON_WUBAO =
      Condition.of(
          "本人在五保名册",
          s ->
              Holding.on(Person.daysOf(s.person().wubaoSpells()), (String) null)
                  .provedBy(s.person().wubaoSpells()));

  /** Somebody alive and living in the household is on the dibao or wubao roll (reading D16). */
  public static final Condition HOUSEHOLD_ON_ROLL =
      Condition.of("低保户或五保户", s -> Holding.on(s.household().rollDays(), "NOT_LISTED"));

  /** A woman. */
  public static final Condition WOMAN =
      Condition.of("女性", s -> Holding.on(always(s.person().sex() == Sex.FEMALE), "NOT_MOTHER"));

  /** On the list of single mothers in special hardship. */
  public static final Condition LISTED_MOTHER =
      Condition.of(
          "列入单亲特困母亲名单",
          s ->
              Holding.on(Person.daysOf(s.person().motherListings()), "NOT_LISTED")
                  .provedBy(s.person().motherListings()));

  /** Rural hukou. */
  public static final Condition RURAL =
      Condition.of(
          "农村户口",
          s -> Holding.on(s.membership().rural().daysWhere(Boolean::booleanValue), "NOT_RURAL"));

  /**
   * In force: the days on which a parameter of the unit flag is 1. Elsewhere OUT_OF_WINDOW.
   *
   * @param name the word in Chinese
   */
  public static Condition inForce(String name, String parameter) {
    return Condition.of(
        name,
        s ->
            Holding.on(
                s.context().parameters().of(parameter).daysWhere(flag -> flag == 1),
                "OUT_OF_WINDOW"));
  }

  /**
   * The opposite of a word that is made of no others; what is doubtful stays so.
   *
   * @param name the opposite in Chinese
   * @param code of its absence
   */
  public static Condition not(String name, Condition word, String code) {
    return Condition.of(
        name,
        s -> {
          Holding holding = word.in(s);
          return new Holding(
              DaySet.ALL.minus(holding.days()), period -> code, holding.doubts(), holding.proof());
        });
  }

  /** A clause that never covers what the claim is about. */
  public static Condition never(String code) {
    return Condition.of("在条款范围内", s -> Holding.on(DaySet.NONE, code));
  }

  /** True for a member of a household in which somebody was ever on the dibao or wubao roll. */
  public static boolean livesWithSomeoneOnARoll(Person person) {
    return person.memberships().stream().anyMatch(m -> !m.household().rollDays().isEmpty());
  }

  /** True for a person with any spell in a medical scheme. */
  public static boolean everInsured(Person person) {
    return !person.medicalSpells().isEmpty();
  }

  static DaySet always(boolean holds) {
    return holds ? DaySet.ALL : DaySet.NONE;
  }

  /** The days on which all parts of a word hold. */
  static DaySet daysOf(Setting s, Condition word) {
    DaySet days = DaySet.ALL;
    for (Condition part : word.parts()) {
      days = days.and(part.in(s).days());
    }
    return days;
  }

  static DaySet planDays(Setting s) {
    return s.context().parameters().of("plan-in-force").daysWhere(inForce -> inForce == 1);
  }

  private static String outsidePlan(Setting s, Period period) {
    boolean datedEvent = s.claim().cadence() == null;
    return datedEvent && period.lastDay() < planDays(s).first() ? "BEFORE_START" : "OUT_OF_WINDOW";
  }

  private static DaySet livesOnFile(Setting s) {
    return s.household().fileDays(GROUPS_1_AND_2).and(s.membership().days());
  }

  private static String notOnFile(Setting s, Period period) {
    DaySet asked = period.days().and(planDays(s));
    if (s.household().fileDays(Set.of(3)).meets(asked)) {
      return "HUKOU";
    }
    DaySet onFile = livesOnFile(s);
    return !onFile.isEmpty() && onFile.last() < asked.first() ? "EXITED" : "NOT_ON_FILE";
  }

  private static Condition onFile(String name, Set<Integer> groups) {
    return Condition.of(
        name,
        s -> {
          Household household = s.household();
          return Holding.on(household.fileDays(groups), "NOT_ON_FILE")
              .provedBy(List.<Fact>of(household));
        });
  }
}
