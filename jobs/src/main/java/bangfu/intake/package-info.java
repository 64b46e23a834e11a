/**
 * Reads what the departments deliver: folders of CSV and XLSX files become accepted rows and
 * rejected lines, by the schema that {@code tables.yaml} declares once; {@link
 * bangfu.intake.ColumnType} says what each type takes. Its readers of lines and cells also serve
 * files of others, the bank's. It knows files and columns; it knows no database, no other delivery
 * and no clause of the policy.
 */
package bangfu.intake;
