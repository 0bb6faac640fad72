//! From the text of the configuration to the sources of articles: names, each with the files that are from it.

use toml_edit::{Document, Item, Value};

use super::config_text::Fields;
use crate::article::Sources;
use crate::boilerplate::Misread;

/// What stands under a name.
const EXPECTED: &str = "a pattern for files in quotes, or several as [\"a-*\", \"b-*\"]";

/// Reads the sources, and what is wrong with them; of a file that is no TOML there are none.
pub fn configured_sources(text: &str) -> (Sources, Vec<Misread>) {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let place = error.span().map_or(text.len(), |span| span.start);
            return (Sources::default(), vec![Misread::at(text, place, error.message())]);
        }
    };
    let mut fields = Fields { text, table: document.as_table(), misread: Vec::new() };
    let sources = fields.sources();
    (sources, fields.misread)
}

impl Fields<'_> {
    /// Reads `[sources]`; each pattern that is none is said, and the others stand.
    pub(super) fn sources(&mut self) -> Sources {
        let mut sources = Sources::default();
        let Some(item) = self.table.get("sources") else { return sources };
        let Some(table) = item.as_table_like() else {
            self.wrong("sources", "a table of names and patterns for their files, as [sources]");
            return sources;
        };
        let mut named = Fields { text: self.text, table, misread: Vec::new() };
        for (name, item) in table.iter() {
            named.source((name, item), &mut sources);
        }
        self.misread.append(&mut named.misread);
        sources
    }

    fn source(&mut self, (name, item): (&str, &Item), sources: &mut Sources) {
        let globs: Vec<&Value> = match item.as_value() {
            Some(Value::Array(globs)) => globs.iter().collect(),
            Some(glob) => vec![glob],
            None => Vec::new(),
        };
        if globs.is_empty() && !item.is_array() {
            self.wrong(name, EXPECTED);
        }
        for glob in globs {
            let Some(written) = glob.as_str() else {
                self.wrong(name, EXPECTED);
                continue;
            };
            if let Err(reason) = sources.add(name, written) {
                let place = glob.span().map_or_else(|| self.place_of(name), |span| span.start);
                self.misread_at(place, &reason);
            }
        }
    }
}
