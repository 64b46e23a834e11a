package bangfu.payment;

import bangfu.payment.profile.BankProfile;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The bank profiles that files were issued with, by the hash of their documents. */
public final class KeptProfiles {
  private static final String KEPT = "select name, document from bank_profile where sha256 = ?";

  private final JdbcTemplate jdbc;
  private final Map<String, BankProfile> read = new HashMap<>();

  public KeptProfiles(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  /** Keeps a profile, once, for the files that are written with it. */
  public void keep(BankProfile profile) {
    if (jdbc.queryForList(KEPT, profile.sha256()).isEmpty()) {
      jdbc.update(
          "insert into bank_profile (sha256, name, document) values (?, ?, ?)",
          profile.sha256(),
          profile.name(),
          profile.document());
    }
  }

  /** The profile of this hash, which was kept before. */
  BankProfile of(String sha256) {
    return read.computeIfAbsent(sha256, this::load);
  }

  private BankProfile load(String sha256) {
    return jdbc.queryForObject(
        KEPT,
        (row, number) -> BankProfile.parse(row.getString("name"), row.getString("document")),
        sha256);
  }
}
