package bangfu.sample;

import bangfu.engine.fact.Sex;

/** Invented names of characters that GBK has, and one that it has not. */
final class Names {
  /** U+20BB7, a form of 吉 outside the basic plane: GB18030 writes it, GBK cannot. */
  static final String BEYOND_GBK = "𠮷";

  private static final String SURNAMES = "陈黄梁李林张吴周何赵谭邝容伍邓冯许苏卢叶罗郭杨余麦莫关曾刘胡潘欧谢甄蔡汤朱彭方程";
  private static final String FIRST_CHARACTERS = "国建志家永文伟金荣海明少玉丽秀美凤惠春小子嘉景锦润兆宝月彩燕";
  private static final String MALE_CHARACTERS = "强华军平辉明文斌荣根祥生雄康健坤标培权林添洪光泉均";
  private static final String FEMALE_CHARACTERS = "英芳珍兰娟霞梅琴丽莲妹娥红玲群好笑珠清媚婷莹欣怡琳";

  private Names() {}

  static String surname(Dice dice) {
    return one(SURNAMES, dice);
  }

  /** One or two characters. */
  static String given(Sex sex, Dice dice) {
    String last = one(sex == Sex.MALE ? MALE_CHARACTERS : FEMALE_CHARACTERS, dice);
    return dice.chance(800) ? one(FIRST_CHARACTERS, dice) + last : last;
  }

  private static String one(String characters, Dice dice) {
    int at = dice.between(0, characters.length() - 1);
    return characters.substring(at, at + 1);
  }
}
