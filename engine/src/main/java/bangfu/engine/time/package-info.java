/** Days, periods and values over time. Knows no fact and no clause. */
package bangfu.engine.time;
