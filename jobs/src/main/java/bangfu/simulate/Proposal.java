package bangfu.simulate;

import bangfu.assess.EligibilityLine;

/** What the engine proposes to the lead office about a household's file. */
public enum Proposal {
  NONE(""),
  FILE("拟纳入"),
  END("拟退出");

  private final String label;

  Proposal(String label) {
    this.label = label;
  }

  /** As eligibility.csv writes it. */
  public String label() {
    return label;
  }

  static Proposal of(EligibilityLine line) {
    for (Proposal proposal : values()) {
      if (proposal.label.equals(line.proposal())) {
        return proposal;
      }
    }
    throw new IllegalStateException("expected a proposal, but was '" + line.proposal() + "'");
  }
}
