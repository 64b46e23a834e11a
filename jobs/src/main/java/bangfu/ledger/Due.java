package bangfu.ledger;

import bangfu.engine.fact.Source;
import bangfu.engine.fold.Accrual;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is due in a slot; the evidence is sorted. */
record Due(LocalDate accruedOn, long amountFen, List<Source> evidence) {
  private static final int MOST_EVIDENCE_CHARS = 4000;
  private static final String AND_MORE = " …";

  static Due of(Accrual accrual) {
    return new Due(accrual.accruedOn(), accrual.amountFen(), accrual.evidence());
  }

  Due plus(Due other) {
    return new Due(
        accruedOn.isBefore(other.accruedOn) ? accruedOn : other.accruedOn,
        Math.addExact(amountFen, other.amountFen),
        List.copyOf(
            Stream.concat(evidence.stream(), other.evidence.stream())
                .collect(Collectors.toCollection(TreeSet::new))));
  }

  /** Separated by blanks; what the column cannot hold is cut at a whole row and marked. */
  String evidenceText() {
    String all = evidence.stream().map(Source::toString).collect(Collectors.joining(" "));
    if (all.length() <= MOST_EVIDENCE_CHARS) {
      return all;
    }
    int cut = all.lastIndexOf(' ', MOST_EVIDENCE_CHARS - AND_MORE.length());
    return all.substring(0, cut) + AND_MORE;
  }
}
