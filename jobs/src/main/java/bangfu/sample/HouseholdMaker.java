package bangfu.sample;

import bangfu.engine.fact.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes people out of profiles: birthdays, sexes, names, identity numbers and what happens to them
 * until 2019.
 */
final class HouseholdMaker {
  private static final int STREAM = 1;

  private final long seed;
  private final Plants plants;
  private final IdentityNumbers identityNumbers = new IdentityNumbers();
  private int made;

  HouseholdMaker(long seed, Plants plants) {
    this.seed = seed;
    this.plants = plants;
  }

  SampleHousehold make(HouseholdSlot slot) {
    Dice dice = new Dice(seed, slot.town().number(), slot.index(), STREAM);
    return new SampleHousehold(
        slot,
        made++,
        slot.town().villageCode(dice.between(0, BaselineFigure.VILLAGES.in(slot.town()) - 1)),
        dice.chance(780),
        exitDay(slot.profile(), dice),
        members(slot, dice));
  }

  /** One in fifty is found to have left poverty; a household that waits for its house is not. */
  private static LocalDate exitDay(HouseholdProfile profile, Dice dice) {
    boolean exits = !profile.has(Trait.HOUSING) && dice.chance(20);
    return exits ? SampleDates.monthEnd(dice.day("2018-03-01", "2019-09-30")) : null;
  }

  private List<SamplePerson> members(HouseholdSlot slot, Dice dice) {
    HouseholdProfile profile = slot.profile();
    LocalDate[] births = Birthdays.of(profile, dice);
    Sex headSex = headSex(profile, dice);
    String surname = Names.surname(dice);
    List<SamplePerson> members = new ArrayList<>();
    for (int i = 0; i < births.length; i++) {
      MemberProfile member = profile.members().get(i);
      Sex sex = sex(member, headSex, dice);
      String given = Names.given(sex, dice);
      boolean rare = i == 0 && slot.number().equals(plants.nameBeyondGbk());
      String name = surname(member, surname, dice) + (rare ? Names.BEYOND_GBK : given);
      members.add(
          new SamplePerson(
              member,
              identityNumbers.next(births[i], sex),
              name,
              sex,
              births[i],
              isEmployee(member, dice),
              fate(member, dice)));
    }
    return List.copyOf(members);
  }

  private static Sex headSex(HouseholdProfile profile, Dice dice) {
    int malePerMille = profile.has(Trait.WUBAO) ? 850 : 720;
    boolean male = dice.chance(malePerMille) && !profile.has(Trait.SINGLE_MOTHER);
    return male ? Sex.MALE : Sex.FEMALE;
  }

  private static Sex sex(MemberProfile member, Sex headSex, Dice dice) {
    return switch (member.relation()) {
      case HEAD -> headSex;
      case SPOUSE -> headSex == Sex.MALE ? Sex.FEMALE : Sex.MALE;
      default -> dice.chance(520) ? Sex.MALE : Sex.FEMALE;
    };
  }

  private static String surname(MemberProfile member, String household, Dice dice) {
    return switch (member.relation()) {
      case SPOUSE, PARENT, OTHER -> Names.surname(dice);
      default -> household;
    };
  }

  /** Never a disabled person: the 1,916 are all insured as residents (S12). */
  private static boolean isEmployee(MemberProfile member, Dice dice) {
    return member.kind() == Kind.LABOUR && !member.has(Trait.DISABLED) && dice.chance(150);
  }

  /** The head stays, for it holds the household's card. */
  private static Fate fate(MemberProfile member, Dice dice) {
    if (member.relation() == Relation.HEAD || member.kind() == Kind.INFANT) {
      return Fate.STAYS;
    }
    return switch (dice.weighted(deathWeight(member.kind()), 12, 12, 1000)) {
      case 0 -> Fate.dies(dice.day("2017-04-03", "2019-11-28"));
      case 1 -> Fate.leaves(dice.day("2017-05-02", "2019-10-30"));
      case 2 -> Fate.movesHukou(dice.day("2017-05-02", "2019-10-30"));
      default -> Fate.STAYS;
    };
  }

  private static int deathWeight(Kind kind) {
    return switch (kind) {
      case ELDER -> 90;
      case DEPENDANT -> 25;
      case LABOUR -> 4;
      default -> 0;
    };
  }
}
