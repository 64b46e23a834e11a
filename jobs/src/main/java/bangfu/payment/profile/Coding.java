package bangfu.payment.profile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;

/** From text to bytes and back in one encoding, strictly. Not safe for several threads. */
final class Coding {
  private static final byte CARRIED = 1;
  private static final byte LACKING = 2;

  private final BankEncoding encoding;
  private final CharsetEncoder encoder;
  private final CharsetDecoder decoder;

  /** What was asked before, by character. */
  private final byte[] known = new byte[1 << 16];

  Coding(BankEncoding encoding) {
    this.encoding = encoding;
    this.encoder =
        encoding
            .charset()
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  BankEncoding encoding() {
    return encoding;
  }

  /** True when the bank can read every character of the text. */
  boolean carries(String text) {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      if (!carries(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Asking the encoder costs more than writing the row does. */
  private boolean carries(int codePoint) {
    if (codePoint >= known.length) {
      return isCarried(codePoint);
    }
    if (known[codePoint] == 0) {
      known[codePoint] = isCarried(codePoint) ? CARRIED : LACKING;
    }
    return known[codePoint] == CARRIED;
  }

  private boolean isCarried(int codePoint) {
    return !encoding.isForeign(codePoint) && encoder.canEncode(Character.toString(codePoint));
  }

  /** How many bytes a text takes that {@link #carries}. */
  int bytes(String text) {
    return text.getBytes(encoding.charset()).length;
  }

  /**
   * The bytes of a text.
   *
   * @throws CharacterCodingException when the encoding lacks a character
   */
  ByteBuffer encode(String text) throws CharacterCodingException {
    return encoder.encode(CharBuffer.wrap(text));
  }

  /** The text of some bytes; null when they are none in this encoding. */
  String decode(byte[] bytes, int from, int length) {
    try {
      return decoder.decode(ByteBuffer.wrap(bytes, from, length)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
