package bangfu.sample;

import java.io.Closeable;
import java.io.IOException;

/**
 * One table's file while it is written. Nothing in it depends on the clock, the machine or the
 * platform's encoding.
 */
interface DeliveryFile extends Closeable {

  /**
   * Adds a row.
   *
   * @param cells one text for each column in schema order; null is an empty cell
   */
  void write(String[] cells) throws IOException;
}
