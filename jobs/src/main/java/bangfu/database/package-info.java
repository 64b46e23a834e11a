/**
 * The one database: its connections and its schema. It knows where the migrations are; it knows no
 * table by name and nothing of what is kept in them.
 */
package bangfu.database;
