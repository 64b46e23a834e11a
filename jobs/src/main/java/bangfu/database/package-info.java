/**
 * The one database, an H2 file or PostgreSQL: its connections, its schema, and what the two do
 * differently. It knows where the migrations are, the V scripts and the B script with which a new
 * register begins, and the file with which one begins sooner; of the tables it names Flyway's and
 * the pages that it writes itself, and it knows nothing of what is kept in the others.
 */
package bangfu.database;
