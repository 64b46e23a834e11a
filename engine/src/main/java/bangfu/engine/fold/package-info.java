/**
 * The fold: intersects the days of each claim's conditions, cuts them into periods and lets the
 * claims draw on their limits in one total order. Generic; knows no clause and no amount.
 */
package bangfu.engine.fold;
