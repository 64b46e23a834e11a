package bangfu.sample;

import java.util.Arrays;

/**
 * The head-counts the register must meet, by town in annex order: the eleven rows of annex 1, then
 * two counts of the text that it does not split by town (1,161 farming households, 126 villages)
 * with an invented split.
 */
enum BaselineFigure {
  HOUSEHOLDS(609, 575, 1149, 602, 975, 69),
  PERSONS(1076, 899, 2003, 1274, 1661, 119),
  LABOUR(364, 211, 605, 402, 426, 36),
  ILL(133, 107, 387, 260, 375, 12),
  DISABLED(352, 293, 496, 302, 425, 48),
  PUPILS(231, 163, 388, 234, 237, 19),
  DIBAO(846, 561, 1120, 570, 1030, 83),
  WUBAO(78, 210, 234, 119, 214, 8),
  HOUSING(41, 29, 210, 54, 284, 5),
  SINGLE_MOTHERS(11, 14, 33, 15, 17, 0),
  ELDERS(178, 327, 563, 412, 607, 27),
  FARMING(178, 168, 335, 176, 284, 20),
  VILLAGES(27, 18, 36, 17, 26, 2);

  @SuppressWarnings("ImmutableEnumChecker") // never written after construction
  private final int[] byTown;

  BaselineFigure(int... byTown) {
    this.byTown = byTown;
  }

  int in(Town town) {
    return byTown[town.number() - 1];
  }

  int total() {
    return Arrays.stream(byTown).sum();
  }
}
