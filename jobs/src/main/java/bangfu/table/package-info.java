/** CSV files as every output writes them. Knows nothing of what stands in the columns. */
package bangfu.table;
