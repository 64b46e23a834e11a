package bangfu.payment.profile;

/** A profile of the program with a line changed, as an operator would. */
record Edited(String document) {
  static Edited of(String builtIn) {
    return new Edited(BankProfile.named(builtIn).document());
  }

  /** Replaces the first place where a text stands. */
  Edited but(String text, String replacement) {
    int at = document.indexOf(text);
    if (at < 0) {
      throw new IllegalArgumentException("expected '" + text + "' in the profile");
    }
    return new Edited(
        document.substring(0, at) + replacement + document.substring(at + text.length()));
  }

  BankProfile with(String text, String replacement) {
    return but(text, replacement).profile();
  }

  BankProfile profile() {
    return BankProfile.parse("own", document);
  }
}
