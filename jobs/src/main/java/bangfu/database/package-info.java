/**
 * The one database, an H2 file or PostgreSQL: its connections, its schema, and what the two do
 * differently. It knows where the migrations are, the V scripts and the B script with which a new
 * register begins; it knows no table by name and nothing of what is kept in them.
 */
package bangfu.database;
