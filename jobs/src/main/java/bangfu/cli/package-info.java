/** The command line: options, messages, exit codes. Nothing below it asks for today's date. */
package bangfu.cli;
