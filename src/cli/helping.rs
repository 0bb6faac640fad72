//! The help of the program, and ibid's words for what the parser says in help.

pub(super) const EXAMPLES: &str = "\
Examples:
  ibid                            open the five bundled articles
  ibid left.txt right.txt         compare two articles; n goes to the next match
  ibid articles/                  open a folder; 1 to 9 choose an article
  pdftotext page.pdf - | ibid - mine.txt
                                  read one article from standard input
  ibid report left.txt right.txt  print what two articles share
  ibid report articles/ --matrix  print how much of each is in each other
  ibid diff old.txt new.txt       show what changed, however it is wrapped
  ibid clean articles/a.txt       print an article without boilerplate
  ibid rules suggest articles/    print what looks like boilerplate, and why
  ibid text page.html             print the article in a web page
  ibid clusters corpus.jsonl      show which texts an engine put together";

pub(super) const KINDS_EXAMPLES: &str = "\
Examples:
  ibid kinds                   list the kinds, and what opens each
  ibid --as markdown a.txt b.txt
                               read files as a kind of this list
";

pub(super) const ENDING: &str = "\
ibid opens a screen: n goes to the next match, and ? shows the keys. If the
output is not a terminal, it prints a report.

Exit status:
  0      success
  1      done, with warnings: a file could not be opened or decoded, the rules
         could not be read or saved, or the settings have errors
  2      failed: nothing to show or compare, or a wrong command line
  128+n  ended by signal n

ibid help COMMAND describes a command; ibid man | man -l - shows the manual.";

/// What the parser says of `help` and its argument, and what ibid says.
const OWN_WORDS: &[(&str, &str)] = &[
    ("Print this message or the help of the given subcommand(s)", "Print this help, or the help of a command"),
    ("Print help for the subcommand(s)", "The command to describe"),
];

/// A text by the parser, in ibid's words.
pub(super) fn own_words(text: &str) -> String {
    OWN_WORDS.iter().fold(text.to_owned(), |text, (parsers, own)| text.replace(parsers, own))
}
