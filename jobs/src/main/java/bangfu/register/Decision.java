package bangfu.register;

import java.util.ArrayList;
import java.util.List;

/** One thing that a clerk said about a delivery, as it is kept. */
record Decision(String kind, String about) {

  static List<Decision> of(Instructions instructions, List<Shrinkage> accepted) {
    List<Decision> decisions = new ArrayList<>();
    instructions.corrected().stream()
        .sorted()
        .forEach(table -> decisions.add(new Decision("CORRECT", table)));
    for (Instructions.Confirmation confirmation : instructions.vanished()) {
      decisions.add(new Decision("CONFIRM_VANISHED", confirmation.toString()));
    }
    if (instructions.supplement()) {
      decisions.add(new Decision("SUPPLEMENT", ""));
    }
    for (Shrinkage shrinkage : accepted) {
      decisions.add(new Decision("ACCEPT_SHRINK", shrinkage.toString()));
    }
    return decisions;
  }
}
