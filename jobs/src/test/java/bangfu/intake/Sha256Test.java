package bangfu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Random;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
  @TempDir Path folder;

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void theLibraryIsTakenOnceItIsAskedFor() {
    Sha256.load();

    assertThat(Sha256.digest().getProvider().getName()).startsWith("AmazonCorretto");
  }

  @Test
  void bothGiveTheSame() throws Exception {
    Sha256.load();
    for (int length : List.of(0, 1, 55, 56, 64, 65_535, 65_536, 200_001)) {
      byte[] bytes = new byte[length];
      new Random(length).nextBytes(bytes);
      Path file = Files.write(folder.resolve("extract.csv"), bytes);

      byte[] byJava = MessageDigest.getInstance("SHA-256", "SUN").digest(bytes);
      assertThat(Sha256.digest().digest(bytes)).isEqualTo(byJava);
      assertThat(Fingerprint.of(List.of(file)).sha256()).isEqualTo(DigestUtils.sha256Hex(bytes));
    }
  }

  @Test
  void aFolderThatCannotBeReadIsForItsReaderToSay() {
    Sha256.expect(folder.resolve("missing"));
    Sha256.expect(null);

    assertThat(Sha256.digest().digest()).hasSize(32);
  }
}
