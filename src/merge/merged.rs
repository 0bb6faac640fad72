//! A merged text: what is settled, and which conflicts are left.

use super::text::Trio;

/// A part of a merged text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergePart {
    /// Settled text.
    Text(String),
    /// A conflict for the reader to decide: lines of their own.
    Conflict(Trio<String>),
}

/// A merged text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Its parts, in order.
    pub parts: Vec<MergePart>,
}

/// What the three texts are called in conflicts, and how long the marks are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The names.
    pub names: Trio<String>,
    /// How often each mark is repeated.
    pub marks: usize,
}

impl Merged {
    /// Returns the number of conflicts.
    pub fn conflicts(&self) -> usize {
        self.parts.iter().filter(|part| matches!(part, MergePart::Conflict(_))).count()
    }

    /// Returns the text, with marks around conflicts; a base without a name is not shown in them.
    pub fn text(&self, Names { names, marks }: &Names) -> String {
        let mark = |c: &str, name: &str| {
            let marks = c.repeat(*marks);
            if name.is_empty() { format!("{marks}\n") } else { format!("{marks} {name}\n") }
        };
        let mut out = String::new();
        for part in &self.parts {
            match part {
                MergePart::Text(text) => out.push_str(text),
                MergePart::Conflict(of) => {
                    out.push_str(&mark("<", &names.ours));
                    line(&of.ours, &mut out);
                    if !names.base.is_empty() {
                        out.push_str(&mark("|", &names.base));
                        line(&of.base, &mut out);
                    }
                    out.push_str(&mark("=", ""));
                    line(&of.theirs, &mut out);
                    out.push_str(&mark(">", &names.theirs));
                }
            }
        }
        out
    }
}

fn line(text: &str, out: &mut String) {
    out.push_str(text);
    if !text.is_empty() && !text.ends_with('\n') {
        out.push('\n');
    }
}
