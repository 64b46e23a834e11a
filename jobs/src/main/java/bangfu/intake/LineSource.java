package bangfu.intake;

import java.io.IOException;

/** A file whose lines can be read from the start more than once. */
@FunctionalInterface
interface LineSource {
  LineCursor open() throws IOException;
}
