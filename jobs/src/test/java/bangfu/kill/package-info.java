/**
 * Kills the program at chosen moments and starts it again. An agent counts the moments inside a
 * child JVM: the product knows nothing of it.
 */
package bangfu.kill;
