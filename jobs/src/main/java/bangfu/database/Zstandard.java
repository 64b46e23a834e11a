package bangfu.database;

import com.github.luben.zstd.util.Native;

/** The library Zstandard, which is native code and may not be for this machine. */
final class Zstandard {
  /** Speed before size. */
  static final int LEVEL = 1;

  private static final boolean LOADED = failure() == null;

  private Zstandard() {}

  /** True when it can be used; loads it when that is asked for the first time. */
  static boolean isLoaded() {
    return LOADED;
  }

  /** Loads it, if it is not; returns why it cannot be, or null. */
  static LinkageError failure() {
    try {
      Native.load();
      return null;
    } catch (LinkageError noRoomOrNoPermissionOrNotForThisMachine) {
      return noRoomOrNoPermissionOrNotForThisMachine;
    }
  }
}
